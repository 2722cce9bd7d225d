"""The tokenizer graph: strings in, token ids out, made from a BERT `tokenizer.json` with openvino-tokenizers' steps."""

import json

import openvino
from openvino import opset13 as opset
from openvino_tokenizers import _get_factory
from openvino_tokenizers import tokenizer_pipeline as steps
from openvino_tokenizers.utils import create_string_constant_node


class UnsupportedTokenizer(ValueError):
    """The tokenizer file is not the lower-casing BERT WordPiece kind that is built here."""


class FixedTruncation(steps.PostTokenizationStep):
    """Keeps the first `longest` tokens of each string, always; it holds no state between calls."""

    def __init__(self, longest: int):
        self.longest = longest

    def get_ov_subgraph(self, input_nodes):
        """Takes and returns one ragged tensor (begins, ends, ids), each i32."""
        nodes = [*input_nodes, *opset.constant(self.longest, dtype="int32").outputs(),
                 *create_string_constant_node("right"), *create_string_constant_node("longest_first")]
        return _get_factory().create("Truncate", nodes).outputs()


def check_supported(description: dict) -> None:
    """Raises UnsupportedTokenizer unless the parsed tokenizer.json is lower-casing BERT WordPiece."""
    normalizer, model = description["normalizer"], description["model"]
    expected = (normalizer["type"] == "BertNormalizer" and normalizer["lowercase"] and normalizer["clean_text"]
                and normalizer["handle_chinese_chars"] and normalizer["strip_accents"] is not False
                and description["pre_tokenizer"]["type"] == "BertPreTokenizer" and model["type"] == "WordPiece")
    if not expected:
        raise UnsupportedTokenizer("only lower-casing BERT WordPiece tokenizers are built")


def normalization_steps() -> list:
    """Returns BERT's text cleaning: control characters out, Han characters apart, accents off, lower case."""
    replace = steps.RegexNormalizationStep
    return [replace.del_control_chars_regex(), replace.replace_whitespace_regex(), replace.handle_chinese_chars_regex(),
            steps.NormalizeUnicode("NFD"), replace.strip_accents_regex(), steps.CaseFoldStep()]


def build_tokenizer(description_json: bytes, longest: int) -> openvino.Model:
    """Returns the tokenizer model: "strings" [N] -> input_ids, token_type_ids, attention_mask, i64 [N,T], T <= longest.

    `longest` counts the two special tokens that open and close each text. T is that of the longest text in the batch.
    """
    description = json.loads(description_json)
    check_supported(description)
    vocabulary = description["model"]["vocab"]
    opening, closing = (steps.AddToken(token=token, _token_id=vocabulary[token]) for token in ("[CLS]", "[SEP]"))
    pipeline = steps.TokenizerPipeline()
    special = [token["content"] for token in description["added_tokens"] if token["special"]]
    pipeline.add_steps(steps.SpecialTokensSplit.from_string_iter(special))
    pipeline.add_steps(normalization_steps())
    pipeline.add_steps(steps.RegexSplitStep.bert_splitter())
    pipeline.add_steps(steps.WordPieceTokenizationStep.from_hf_json(description))
    pipeline.vocab = pipeline[-1].vocab
    pipeline.add_steps([FixedTruncation(longest - 2), steps.CombineSegmentsStep([opening, steps.Sequence(), closing]),
                        steps.PaddingStep(token="[PAD]", _token_id=vocabulary["[PAD]"], token_type_id=0)])
    model = pipeline.get_tokenizer_ov_subgraph()
    model.get_parameters()[0].output(0).set_names({"strings"})
    outputs = []
    for output in model.outputs:
        names = output.get_names()
        wide = opset.convert(output.get_node().input_value(0), "i64")
        output.set_names(set())
        wide.output(0).set_names(names)
        outputs.append(wide)
    return openvino.Model(outputs, model.get_parameters(), "tokenizer")
