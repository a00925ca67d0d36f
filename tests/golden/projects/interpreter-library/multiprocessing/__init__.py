from . import context

globals().update((name, getattr(context._default_context, name)) for name in dir(context._default_context))
