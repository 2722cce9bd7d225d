"""From pixels to embedding: views, pooling, projection, unit length; all inside the graph.

A tower has one or more branches, each a network. A branch looks at one or more views of the picture (its size, perhaps
mirrored), pools each, adds them up by weight and projects the sum. The branches' vectors are joined by weight.
"""

import numpy
import openvino
from openvino import opset13 as opset

from . import efficientnet

SMALLEST_ACTIVATION = 1e-6


def pixels_input(size: int):
    """Returns the parameter "pixels": u8 [N,size,size,3], RGB."""
    node = opset.parameter(openvino.PartialShape([-1, size, size, 3]), numpy.uint8, name="pixels")
    node.output(0).set_names({"pixels"})
    return node


def as_picture(pixels):
    """Returns u8 [N,S,S,3] as f32 [N,3,S,S], still 0..255."""
    return opset.convert(opset.transpose(pixels, opset.constant([0, 3, 1, 2], dtype=numpy.int64)), "f32")


def view_of(picture, size: int, mirrored: bool):
    """Returns a picture f32 [N,3,S,S] as [N,3,size,size] (bilinear), mirrored left to right if asked for."""
    current = picture.output(0).partial_shape[3].get_length()
    if size != current:
        picture = opset.interpolate(picture, opset.constant([size, size], dtype=numpy.int64), "linear_onnx", "sizes",
                                    axes=opset.constant([2, 3], dtype=numpy.int64),
                                    coordinate_transformation_mode="half_pixel")
    if mirrored:
        backwards = opset.constant(numpy.arange(size, dtype=numpy.int64)[::-1].copy())
        picture = opset.gather(picture, backwards, opset.constant(3, dtype=numpy.int64))
    return picture


def pool(features, power: float):
    """Generalised-mean pooling f32 [N,C,h,w] -> [N,C]: (mean of x^power)^(1/power); power 1 is the plain average."""
    axes = opset.constant([2, 3], dtype=numpy.int64)
    if power == 1.0:
        return opset.reduce_mean(features, axes)
    exponent = opset.constant(numpy.float32(power))
    positive = opset.maximum(features, opset.constant(numpy.float32(SMALLEST_ACTIVATION)))
    mean = opset.reduce_mean(opset.power(positive, exponent), axes)
    return opset.power(mean, opset.constant(numpy.float32(1.0 / power)))


def unit_length(vectors):
    """Scales the rows of f32 [N,D] to length 1."""
    return opset.normalize_l2(vectors, opset.constant([1], dtype=numpy.int64), 1e-12, "max")


def scaled(vectors, weight: float):
    """Multiplies f32 [N,D] by a number."""
    return vectors if weight == 1.0 else opset.multiply(vectors, opset.constant(numpy.float32(weight)))


def classifier_basis(classifier: numpy.ndarray, dimensions: int) -> numpy.ndarray:
    """Returns f32 [C,dimensions] with orthonormal columns: the directions that a classifier [classes,C] weighs most.

    They are its leading right singular vectors, found as eigenvectors of its Gram matrix, so no photo is needed. Signs
    are fixed: each column's largest entry is positive.
    """
    double = classifier.astype(numpy.float64)
    _values, vectors = numpy.linalg.eigh(double.T @ double)
    basis = vectors[:, ::-1][:, :dimensions]
    peaks = basis[numpy.abs(basis).argmax(0), numpy.arange(dimensions)]
    return (basis * numpy.sign(peaks)).astype(numpy.float32)


def branch_vector(picture, branch: dict, weights: dict[str, numpy.ndarray]):
    """Returns a branch's part of the embedding, f32 [N,branch dimensions], for a picture f32 [N,3,S,S]."""
    total = None
    for view in branch["views"]:
        features = efficientnet.feature_map(view_of(picture, view["px"], view["mirrored"]), weights, branch["network"])
        part = scaled(unit_length(pool(features, branch["pooling_power"])), view["weight"])
        total = part if total is None else opset.add(total, part)
    basis = opset.constant(classifier_basis(weights["_fc.weight"], branch["dimensions"]))
    return scaled(opset.matmul(unit_length(total), basis, False, False), branch["weight"])


def build_image_tower(image: dict, weights: list[dict[str, numpy.ndarray]]) -> openvino.Model:
    """Returns the image model: "pixels" u8 [N,S,S,3] -> "embedding" f32 [N,D], rows of length 1.

    `image` is a recipe's [image] table; `weights` holds the named tensors of each of its branches, in order.
    """
    if sum(branch["dimensions"] for branch in image["branches"]) != image["dimensions"]:
        raise ValueError("the dimensions of the branches do not add up to those of the embedding")
    pixels = pixels_input(image["input_size_px"])
    picture = as_picture(pixels)
    parts = [branch_vector(picture, branch, tensors) for branch, tensors in zip(image["branches"], weights, strict=True)]
    embedding = unit_length(parts[0] if len(parts) == 1 else opset.concat(parts, 1))
    embedding.output(0).set_names({"embedding"})
    return openvino.Model([embedding], [pixels], "image")
