"""EfficientNet-Lite rebuilt as an OpenVINO graph from its named weights.

The network is a stem, seven stages of inverted bottlenecks and a head of 1280 channels. Batch normalisation is folded
into the convolutions, the activation is ReLU6 and padding is TensorFlow's "same": the odd pixel goes to the end.
"""

import math
from dataclasses import dataclass

import numpy
from openvino import opset13 as opset

BATCH_NORM_EPSILON = 1e-3
PIXEL_MEAN, PIXEL_SCALE = 127.0, 1.0 / 128.0
HEAD_CHANNELS = 1280
# kernel, stride, expansion, output channels, repeats; the first and the last stage keep their repeats in all sizes.
STAGES = ((3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3),
          (5, 1, 6, 112, 3), (5, 2, 6, 192, 4), (3, 1, 6, 320, 1))
DEPTH = {"lite0": 1.0, "lite2": 1.2}


@dataclass(frozen=True)
class Block:
    """One inverted bottleneck: depthwise kernel (pixels), stride, and whether it widens its input first."""

    kernel: int
    stride: int
    expands: bool


def blocks_of(variant: str) -> list[Block]:
    """Returns the blocks of a variant ("lite0", "lite2") in order; widths follow from the weights themselves."""
    blocks = []
    for index, (kernel, stride, expansion, _channels, repeats) in enumerate(STAGES):
        if 0 < index < len(STAGES) - 1:
            repeats = math.ceil(DEPTH[variant] * repeats)
        for repeat in range(repeats):
            blocks.append(Block(kernel, stride if repeat == 0 else 1, expansion != 1))
    return blocks


class _Builder:
    """Adds layers to a graph, taking each layer's weights out of one dictionary and noting which were used."""

    def __init__(self, weights: dict[str, numpy.ndarray]):
        self.weights, self.used = weights, set()

    def take(self, name: str) -> numpy.ndarray:
        """Returns one tensor by name as float64."""
        self.used.add(name)
        return self.weights[name].astype(numpy.float64)

    def convolution(self, node, convolution: str, norm: str, *, stride: int = 1, depthwise: bool = False,
                    input_scale: float = 1.0, activate: bool = True):
        """Convolution [N,C,H,W] -> [N,K,H/stride,W/stride] with its batch norm folded in, then ReLU6 if `activate`."""
        kernel = self.take(f"{convolution}.weight")
        gain = self.take(f"{norm}.weight") / numpy.sqrt(self.take(f"{norm}.running_var") + BATCH_NORM_EPSILON)
        shift = self.take(f"{norm}.bias") - self.take(f"{norm}.running_mean") * gain
        kernel = (kernel * gain[:, None, None, None] * input_scale).astype(numpy.float32)
        if depthwise:
            kernel = kernel[:, None]
        make = opset.group_convolution if depthwise else opset.convolution
        node = make(node, opset.constant(kernel), [stride, stride], [0, 0], [0, 0], [1, 1], "same_upper")
        node = opset.add(node, opset.constant(shift.astype(numpy.float32).reshape(1, -1, 1, 1)))
        return opset.clamp(node, 0.0, 6.0) if activate else node

    def block(self, node, prefix: str, block: Block):
        """One inverted bottleneck; adds its input where the shapes agree."""
        entry = node
        if block.expands:
            node = self.convolution(node, f"{prefix}._expand_conv", f"{prefix}._bn0")
        node = self.convolution(node, f"{prefix}._depthwise_conv", f"{prefix}._bn1", stride=block.stride, depthwise=True)
        node = self.convolution(node, f"{prefix}._project_conv", f"{prefix}._bn2", activate=False)
        same = block.stride == 1 and entry.output(0).partial_shape[1] == node.output(0).partial_shape[1]
        return opset.add(node, entry) if same else node


def feature_map(picture, weights: dict[str, numpy.ndarray], variant: str):
    """Returns the head's feature map f32 [N,1280,h,w] for a picture f32 [N,3,H,W], RGB, 0..255; h = H/32 rounded up.

    Raises ValueError if the weights are of another variant or hold a tensor that this network does not use.
    """
    blocks = blocks_of(variant)
    held = {name.split(".")[1] for name in weights if name.startswith("_blocks.")}
    if held != {str(index) for index in range(len(blocks))}:
        raise ValueError(f"weights are not of EfficientNet-{variant}: {len(held)} blocks, not {len(blocks)}")
    builder = _Builder(weights)
    node = opset.subtract(picture, opset.constant(numpy.full((1, 3, 1, 1), PIXEL_MEAN, numpy.float32)))
    node = builder.convolution(node, "_conv_stem", "_bn0", stride=2, input_scale=PIXEL_SCALE)
    for index, block in enumerate(blocks):
        node = builder.block(node, f"_blocks.{index}", block)
    node = builder.convolution(node, "_conv_head", "_bn1")
    unused = [name for name in weights
              if name not in builder.used and not name.startswith("_fc.") and not name.endswith("num_batches_tracked")]
    if unused:
        raise ValueError(f"weights are not of EfficientNet-{variant}: {unused[0]} is left over")
    return node
