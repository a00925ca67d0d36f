"""A site that answers without a network: pages and their links."""

PAGES = {
    "/": ["/about", "/news", "/shop"],
    "/about": ["/", "/team"],
    "/news": ["/news/1", "/news/2"],
    "/news/1": ["/news"],
    "/news/2": ["/news", "/shop"],
    "/shop": ["/shop/cart"],
    "/shop/cart": [],
    "/team": ["/about"],
}


def fetch(path):
    links = PAGES[path]
    return {"path": path, "links": links, "length": 100 + 7 * len(links) + len(path)}
