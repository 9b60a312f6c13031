"""What tests of engines share."""

import pytest


@pytest.fixture(scope="session")
def cluster():
    """Two workers of dask on this machine; they take three seconds to start."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as started:
        yield started
