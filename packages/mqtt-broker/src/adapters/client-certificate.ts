import type { PeerCertificate, TlsOptions, TLSSocket } from 'node:tls'

/**
 * Options of a TLS server that asks for a client certificate and admits it by its fingerprint, whoever signed it. TLS proves that the
 * client holds the key.
 * No CA is given, so nothing is verified: a server whose own CA signed the client's certificate loses 4 KB of native memory with each
 * connection (Node.js 24.21).
 *
 * @example
 * import { readFileSync } from 'node:fs'
 * import { createServer } from 'node:tls'
 *
 * createServer({ ...ASKS_CERTIFICATE, key: readFileSync('key.pem'), cert: readFileSync('cert.pem') })
 */
export const ASKS_CERTIFICATE = { ca: [], requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' } satisfies TlsOptions

/**
 * The SHA-256 of the client's certificate, in lower-case hex; `undefined` where the client sent none.
 * `getPeerX509Certificate` would give it, too, but never frees its 4 KB of native memory (Node.js 24.21).
 *
 * @example
 * import { readFileSync } from 'node:fs'
 * import { createServer } from 'node:tls'
 *
 * const broker = createBroker()
 * const options = { ...ASKS_CERTIFICATE, key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }
 * createServer(options, (socket) => broker.handle(socket, { transport: 'mqtts', certificateId: certificateFingerprint(socket) }))
 */
export function certificateFingerprint(socket: TLSSocket): string | undefined {
  // Typed as always there: it is empty without a certificate, and null once the socket is gone.
  const certificate = socket.getPeerCertificate() as Partial<PeerCertificate> | null
  return certificate?.fingerprint256?.replaceAll(':', '').toLowerCase()
}
