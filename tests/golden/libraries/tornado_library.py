from tornado.httpserver import HTTPServer

server = HTTPServer(None)
server.bind(80)
server.start(0)
#^^^^^^^^^^^^^^ FRK105 warning: 'tornado.httpserver.HTTPServer.start' forks this process, whatever start method is set.
