"""Tests which effects a chart may show, on which axis, and in which words."""

import pytest

from evidence.markdown import charts
from evidence.markdown.fence_charts import EffectsFence, effect_chart, effect_faults
from evidence.model.effects import Count, Effect
from tests import WORDS


def faults(dataset, *rows):
    return [what for what, _ in effect_faults(EffectsFence(question="q", answer="a", rows=list(rows)), dataset)]


@pytest.mark.parametrize(("row", "why"), [
    ("romanowski2017-as-pain-2w", "different population"),
    ("furlan2015-inactive-acute-pain", "different population"),
    ("furlan2015-active-pain-6-12m", "note forbids"),
    ("arguisuelas2019-pain", "scale is not confirmed"),
    ("rizzo2025-exercise-pain", "different population"),
])
def test_rows_whose_notes_forbid_it_are_refused(dataset, row, why):
    assert any(why in what for what in faults(dataset, row))


def test_rows_that_disagree_come_together_or_not_at_all(dataset):
    assert any("disagree" in what for what in faults(dataset, "wu2021-pain"))
    assert not faults(dataset, "wu2021-pain", "chen2021a-pain")


def test_two_scales_never_share_an_axis(dataset):
    assert any("different scales" in what
               for what in faults(dataset, "cherkin2011-relaxation-rdq-10w", "cherkin2011-relaxation-bother-10w"))
    assert not faults(dataset, "cherkin2011-relaxation-rdq-10w", "little2008-massage-rdq-12m")


def test_unknown_row_gets_a_suggestion(dataset):
    options = EffectsFence(question="q", answer="a", rows=["cherkin2011-relaxation"])
    (_, instead), = effect_faults(options, dataset)
    assert "cherkin2011-relaxation-rdq-10w" in instead


@pytest.mark.parametrize("values", [[-2.9, -4.0, -1.8], [0.5, 0.2, 0.9], [-0.37, -0.62, -0.13], [0.0], [-15, -18, -12], [250, 3]])
def test_axis_holds_zero_and_every_value(values):
    axis = charts.axis(values)
    assert axis.low < 0 < axis.high
    assert 0.0 in axis.ticks
    assert all(0 <= axis.at(value) <= 100 for value in [*values, 0])
    assert axis.at(axis.low) == 0
    assert axis.at(axis.high) == 100


def test_words_say_the_direction(dataset):
    scale = dataset.scales["MD RDQ"]
    assert charts.in_words(-2.9, -4.0, -1.8, scale, 1, WORDS) == "2.9 points less (between 1.8 and 4.0 less)"
    assert charts.in_words(-0.58, -1.94, 0.77, scale, 2, WORDS) == (
        "0.58 points less (from 1.94 less to 0.77 more): no clear difference")
    assert charts.in_words(2.0, 1.0, 3.0, scale, 0, WORDS) == "2 points more (between 1 and 3 more)"
    assert charts.in_words(-5, None, None, scale, 0, WORDS) == "5 points less"


def test_less_of_a_limit_reads_as_better(dataset):
    row = dataset.effects["wu2021-function"]
    words = charts.in_words(row.effect, row.ci_low, row.ci_high, dataset.scale_of(row), 2, WORDS)
    assert words == "0.43 standard deviations less limited in daily life (between 0.12 and 0.75 less)"


def test_reviews_of_one_comparison_are_told_apart_by_name(dataset):
    def names(*ids):
        options = EffectsFence(question="q", answer="a", rows=ids)
        chart = effect_chart([dataset.effects[name] for name in ids], options, dataset, WORDS)
        return [(row["named"], row["outcome"]) for row in chart["rows"]]

    assert names("wu2021-function", "chen2021a-disability") == [
        ("review by Wu and others, 2021", "limits in daily life"), ("review by Chen and others, 2021", "limits in daily life")]
    assert {name for name, _ in names("little2008-massage-rdq-3m", "little2008-massage-rdq-12m")} == {""}


@pytest.mark.parametrize(("low", "high"), [(12, None), (None, 30), (30, 40), (1, 9)])
def test_a_range_that_does_not_hold_its_count_is_refused(low, high):
    fields = {"id": "sore", "count": 10, "what": "felt sore", "who": "clients", "source": "cambron2007"}
    assert Count(**fields, low=5, high=20)
    with pytest.raises(ValueError, match="range"):
        Count(**fields, low=low, high=high)


def test_a_grade_of_ours_is_given(dataset):
    row = next(iter(dataset.effects.values())).model_dump()
    with pytest.raises(ValueError, match="not stated"):
        Effect.model_validate(row | {"certainty": "not stated", "certainty_by": "editors"})


def test_the_grade_of_opioids_is_the_one_the_pages_go_by_and_names_its_source(dataset):
    row = next(row for row in dataset.treatments if row.treatment == "Opioids")
    assert (row.certainty, row.certainty_by, row.grade_source) == ("low", "editors", "petzke2020")
    assert ("treatments.csv", row.line, "petzke2020") in set(dataset.named_sources())


def test_whole_trial_counts_are_not_passed_off_as_the_comparison(dataset):
    assert charts.people(dataset.effects["little2008-massage-rdq-3m"], WORDS) == "469 people in all groups of the trial"
    assert charts.people(dataset.effects["cherkin2011-relaxation-rdq-10w"], WORDS) == "269 people, 1 trial"
    assert charts.people(dataset.effects["wu2021-pain"], WORDS) == "375 people in all groups of the review"


def test_every_drawable_scale_has_a_plain_name(dataset):
    drawable = {row.axis for row in dataset.effects.values() if row.refusal() is None}
    unnamed = {axis for axis in drawable if axis not in dataset.scales}
    # scales.yml leaves out "MD SF-MPQ" and "MD Von", because we could not confirm the range or meaning of these scales
    assert unnamed <= {"MD SF-MPQ", "MD Von"}


def test_effect_is_typed():
    assert Effect.model_fields["effect"].annotation == float | None
