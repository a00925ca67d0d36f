@decorated(lambda *a, b=1, **k: (yield))
class C[T: int = str](Base, metaclass=M):
    type A[X] = list[X]
    async def f(self, /, a, *, b: int = 3) -> None:
        async with x() as (p, *q), y() as r[0]: await z
        try: pass
        except* ValueError as e: raise e from None
        else: del a, b
        finally: global g; g += 1
        match command.split():
            case [Point(x=0, y=n), {"k": v, **rest}] if n: return {**v}
            case str() | None as w: print([i := j for j in k if j for l in m])
            case _: assert w, f(*a, **b)
