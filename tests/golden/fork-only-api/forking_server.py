import socketserver

server = socketserver.ForkingTCPServer(("", 0), socketserver.BaseRequestHandler)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'socketserver.ForkingTCPServer' forks this process, whatever start method is set.
other = socketserver.ThreadingTCPServer(("", 0), socketserver.BaseRequestHandler)
