# Deriving from it is what makes each request a fork.
import socketserver


class Server(socketserver.ForkingMixIn, socketserver.TCPServer):
#            ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'socketserver.ForkingMixIn' forks this process, whatever start method is set.
    pass


class Threads(socketserver.ThreadingMixIn, socketserver.TCPServer):
    pass
