"""The picture of a code, as it stands on paper."""

import zxingcpp
from PIL import Image

SIDE_MM = 26  # of the printed code
LEFT_MM, TOP_MM = 58, 265.5
"""Where it stands, from the paper's edges: under the text, beside the page number on either side,
5 mm above the end of the paper, and left of a seal on the longest name."""
_DOTS = 12  # a side of one module in the picture: at 26 mm that is 293 dots an inch


def picture_of(text: str) -> Image.Image:
    """The code as QR, of 25 modules a side, a quarter of which may be lost; without a margin."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    small = Image.fromarray(drawn.to_image(scale=1, add_quiet_zones=False))
    dotted = small.resize([side * _DOTS for side in small.size], Image.Resampling.NEAREST)
    return dotted.convert("1", dither=Image.Dither.NONE)
