"""The text model: a sentence encoder read from ONNX, with mean pooling and unit length added inside the graph."""

import numpy
import openvino
from openvino import opset13 as opset

from .image_tower import unit_length


def mean_over_mask(hidden, mask):
    """Averages f32 [N,T,D] over the tokens whose mask (i64 [N,T]) is 1; returns f32 [N,D]."""
    weights = opset.unsqueeze(opset.convert(mask, "f32"), opset.constant([2], dtype=numpy.int64))
    tokens = opset.constant([1], dtype=numpy.int64)
    count = opset.maximum(opset.reduce_sum(weights, tokens), opset.constant(numpy.float32(1e-9)))
    return opset.divide(opset.reduce_sum(opset.multiply(hidden, weights), tokens), count)


def build_text_tower(onnx: bytes) -> openvino.Model:
    """Returns the text model for the bytes of an ONNX encoder: ids, mask (and types) i64 [N,T] -> "embedding" f32 [N,D].

    The encoder's first output must be the hidden states f32 [N,T,D]. Weights stay int8; the option written into the
    model keeps activations in floating point, so that a machine with int8 instructions gives the same vectors.
    """
    encoder = openvino.Core().read_model(onnx)
    by_name = {parameter.get_output_tensor(0).get_any_name(): parameter for parameter in encoder.get_parameters()}
    hidden = encoder.get_results()[0].input_value(0)
    embedding = unit_length(mean_over_mask(hidden, by_name["attention_mask"]))
    embedding.output(0).set_names({"embedding"})
    model = openvino.Model([embedding], list(by_name.values()), "text")
    model.set_rt_info("0", ["runtime_options", "DYNAMIC_QUANTIZATION_GROUP_SIZE"])
    return model
