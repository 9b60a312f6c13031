"""What a folder declares is found; what lacks its constant is named."""

import pytest

from quizgen.questions import QuestionType
from quizgen.registry import discover


def test_members_are_named_by_their_place_and_helpers_are_passed_over():
    names = discover("quizgen.questions", "TYPE", QuestionType)
    assert "dates.start" in names
    assert list(names) == sorted(names)
    assert not [name for name in names if "_" in {part[0] for part in name.split(".")}]


def test_a_module_without_its_constant_is_an_error():
    with pytest.raises(TypeError, match=r"quizgen\.grammar\.\w+ has no TYPE of type QuestionType"):
        discover("quizgen.grammar", "TYPE", QuestionType)
