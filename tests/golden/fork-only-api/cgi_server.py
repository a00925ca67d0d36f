import http.server


class Handler(http.server.CGIHTTPRequestHandler):
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'http.server.CGIHTTPRequestHandler' forks this process, whatever start method is set.
    pass


class Files(http.server.SimpleHTTPRequestHandler):
    pass
