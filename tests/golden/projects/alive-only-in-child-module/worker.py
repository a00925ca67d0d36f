def work():
    import telemetry

    print(telemetry.NAME)
