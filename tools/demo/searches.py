"""The demo's query photos and its three searches."""

from dataclasses import dataclass, field
from typing import Callable

import numpy
from PIL import Image

from . import photos

SCENE_SIZE = (640, 480)


@dataclass(frozen=True)
class Placed:
    """One thing in a scene: whose cut-out, how long on its longer side, how turned, and where its middle lies."""

    stamp: str
    length_px: int
    degrees: float
    mirrored: bool = False
    centre: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True)
class Scene:
    """One query photo, made from cut-outs that are turned, re-lit and laid on a made-up ground."""

    file: str
    ground: Callable[[numpy.random.Generator, tuple[int, int]], Image.Image]
    things: list[Placed]
    gamma: float
    warmth: float
    seed: int


@dataclass(frozen=True)
class Search:
    """One of the demo's searches (box: x,y,w,h in fractions of the photo), and the stamp of the product that should be found."""

    name: str
    expected_stamp: str
    photo: str = ""
    box: str = ""
    text: str = ""
    filters: list[str] = field(default_factory=list)


SCENES = [
    Scene("camera-on-a-table.jpg", photos.wood, [Placed("hobbies/camera_35mm", 300, 12, mirrored=True, centre=(0.47, 0.52))],
          gamma=1.18, warmth=0.09, seed=1),
    Scene("guitar-on-the-floor.jpg", photos.concrete, [Placed("hobbies/music/string/guitar2", 430, -12)],
          gamma=0.86, warmth=-0.06, seed=2),
    Scene("picnic.jpg", photos.cloth,
          [Placed("household/dishes/pitcher_small", 210, -9, centre=(0.24, 0.40)),
           Placed("food/fruit/lemon", 120, 14, centre=(0.55, 0.72)),
           Placed("sports/soccer", 220, 25, mirrored=True, centre=(0.78, 0.36))],
          gamma=0.92, warmth=0.05, seed=3),
]

SEARCHES = [
    Search("photo", "sports/soccer", photo="picnic.jpg", box="0.59,0.11,0.38,0.50"),
    Search("words", "household/kettle", text="kettle for boiling water"),
    Search("photo and words", "hobbies/music/string/guitar_electric", photo="guitar-on-the-floor.jpg", text="black electric guitar"),
]


def draw(scene: Scene, open_stamp: Callable[[str], Image.Image]) -> Image.Image:
    """The scene as an RGB picture; the same on every run."""
    generator = numpy.random.default_rng(scene.seed)
    picture = scene.ground(generator, SCENE_SIZE)
    for thing in scene.things:
        cut_out = photos.turn(open_stamp(thing.stamp), thing.length_px, thing.degrees, thing.mirrored)
        photos.paste_with_shadow(picture, cut_out, thing.centre)
    return photos.relight(picture, scene.gamma, scene.warmth, generator)
