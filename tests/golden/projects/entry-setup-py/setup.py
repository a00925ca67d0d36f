# silent
from setuptools import setup

setup(
    name="crawl",
    entry_points={"console_scripts": ["crawl = crawl.app:run", "crawl-safe=crawl.app:run_safely"]},
)
