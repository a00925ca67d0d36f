def place(model, device):
    return model.to(device)


def workers():
    return 2
