"""A self-signed certificate for ``feed.example``, ``localhost`` and 127.0.0.1, until 2126.

Made for these tests alone and trusted by nobody else: its key is public by being here.
"""

import ssl
from pathlib import Path

CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBwzCCAWmgAwIBAgIUaaBI2Dh1Onx153PdEglZb4+yUDMwCgYIKoZIzj0EAwIw
ITEfMB0GA1UEAwwWQWR2b2NhY3kgRGVza3RvcCB0ZXN0czAgFw0yNjExMjMyMDU1
MzhaGA8yMTI2MTAzMDIwNTUzOFowITEfMB0GA1UEAwwWQWR2b2NhY3kgRGVza3Rv
cCB0ZXN0czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFP2dXzex4EmjztTekpU
7H/9he2+0sY6VGn7q7PqTe9pTaB1HRol/+58rUluGdqnaU8XowdwiXDoSoTAUFay
tO6jfTB7MB0GA1UdDgQWBBR6rRWGwyRuNUKLVY1vee6o1+ykbzAfBgNVHSMEGDAW
gBR6rRWGwyRuNUKLVY1vee6o1+ykbzAoBgNVHREEITAfggxmZWVkLmV4YW1wbGWC
CWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
MEUCIQCM9V/d3h1SgEtcrMjzDrPBhGMqpKZ33K60R21ieIc0zQIgftv5V+8OA0lU
dL82jhN5PjN3o6zkgBAd4HBT2Eeuj1o=
-----END CERTIFICATE-----
"""

_KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV6zHexebNRsO4+Jy
5z/4tVGooOfeSaCfpmArNJDE+qqhRANCAART9nV83seBJo87U3pKVOx//YXtvtLG
OlRp+6uz6k3vaU2gdR0aJf/ufK1Jbhnap2lPF6MHcIlw6EqEwFBWsrTu
-----END PRIVATE KEY-----
"""


def server_context(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS; ``folder`` gets ``certificate.pem`` for a client to trust."""
    (folder / "certificate.pem").write_text(CERTIFICATE)
    (folder / "key.pem").write_text(_KEY)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context
