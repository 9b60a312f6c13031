"""What all tests share: the flag that rewrites golden files."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew; explain their diff in the commit")


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")
