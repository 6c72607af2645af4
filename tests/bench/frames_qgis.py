#!/usr/bin/env python3
"""Times QGIS's map renderer over the buildings of a project, view by view as bench_frames has them.

    QT_QPA_PLATFORM=offscreen python3 tests/bench/frames_qgis.py PROJECT.gpkg [OUT.png]

Wants the Python of the system, which has the package python3-qgis.

Prints one line a scale and symbol: median and 95th percentile of wall milliseconds a picture, and CPU milliseconds a picture.
"""
import resource
import statistics
import sys
import time

from qgis.core import (QgsApplication, QgsFillSymbol, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle, QgsSingleSymbolRenderer,
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SIZE = (1440, 900)
PX_PER_MM = 3.78
STEPS, STEP_PX = 60, 12
MIDDLE = (0.62, 0.45)  # of the path, as shares of the box
SCALES = (5000, 25000)
# The fill and stroke of a building up to 27 m in styles/map.
SIMILAR = {"color": "#E9E3D8", "outline_color": "#3F3A33", "outline_width": "0.3", "outline_width_unit": "MM"}


def views(box, scale):
    """The extents of a pan to the north."""
    m_per_px = scale / (PX_PER_MM * 1000)
    half_w, half_h = SIZE[0] / 2 * m_per_px, SIZE[1] / 2 * m_per_px
    for i in range(STEPS):
        x = box.xMinimum() + MIDDLE[0] * box.width()
        y = box.yMinimum() + MIDDLE[1] * box.height() + (i - STEPS / 2) * STEP_PX * m_per_px
        yield QgsRectangle(x - half_w, y - half_h, x + half_w, y + half_h)


def cpu_s():
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def render(settings):
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if job.errors():
        raise SystemExit("QGIS: " + "; ".join(error.message for error in job.errors()))
    return job.renderedImage()


def main():
    qgis = QgsApplication([], False)
    qgis.initQgis()
    layer = QgsVectorLayer(sys.argv[1] + "|layername=building", "buildings", "ogr")
    if not layer.isValid():
        raise SystemExit("no layer `building` in " + sys.argv[1])
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(*SIZE))
    settings.setOutputDpi(PX_PER_MM * 25.4)
    settings.setBackgroundColor(QColor("#FAFAF8"))
    # As the canvas of the QGIS desktop sets them.
    settings.setFlag(QgsMapSettings.Antialiasing)
    settings.setFlag(QgsMapSettings.UseRenderingOptimization)
    default = layer.renderer().clone()
    similar = QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(SIMILAR))
    print(f"{layer.featureCount()} buildings, {SIZE[0]} x {SIZE[1]}, {STEPS} views")
    for name, renderer in (("default symbol", default), ("similar symbol", similar)):
        layer.setRenderer(renderer.clone())
        for scale in SCALES:
            extents = list(views(layer.extent(), scale))
            settings.setExtent(extents[0])
            render(settings)  # The file is in the page cache, symbols are made.
            wall, cpu = [], cpu_s()
            for extent in extents:
                settings.setExtent(extent)
                start = time.perf_counter()
                image = render(settings)
                wall.append((time.perf_counter() - start) * 1000)
            cpu = (cpu_s() - cpu) * 1000 / STEPS
            wall.sort()
            print(f"1:{scale:<6} {name}: median {statistics.median(wall):6.1f} ms, p95 {wall[int(0.95 * STEPS)]:6.1f} ms, CPU {cpu:6.1f} ms")
            if len(sys.argv) > 2:
                image.save(sys.argv[2].replace(".png", f"-{scale}-{name.split()[0]}.png"))
    layer = None
    qgis.exitQgis()


main()
