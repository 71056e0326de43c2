import { DeviceError, messageOf } from '../errors/device-error.ts'

/** How large a file may be and how long its download may take. */
export interface DownloadLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
}

/** A firmware is a few hundred kilobytes. */
const FIRMWARE: DownloadLimits = { maxBytes: 16 * 1_048_576, timeoutMs: 300_000 }
const MOST_REDIRECTS = 5

/**
 * Statuses from 400 up that may be others in a moment, besides those of a server's fault. S3 answers 403 where the signature of an address
 * has expired; each try of a job is told an address that is signed anew.
 */
const PASSING: readonly number[] = [403, 408, 425, 429]
const SERVER_FAULT = 500

/**
 * Fetches a file over http or https. Rejects with a DeviceError: `DOWNLOAD` where it may be there another time, `NO_FILE` where trying
 * again does not help; both without the query of the address, which is a signature.
 */
export async function download(url: string, signal: AbortSignal, { maxBytes, timeoutMs } = FIRMWARE): Promise<Uint8Array> {
  const address = URL.parse(url)
  if (!isOfHttp(address)) throw new DeviceError('NO_FILE', 'the url of the firmware is no address of http or https')
  const failed: Failed = (code, why, cause) =>
    new DeviceError(code, `${address.origin}${address.pathname} could not be downloaded: ${why}`, { cause })
  try {
    const response = await follow(address, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), failed)
    const { ok, status, body } = response
    if (!ok || body === null) {
      await body?.cancel()
      throw failed(status >= SERVER_FAULT || PASSING.includes(status) ? 'DOWNLOAD' : 'NO_FILE', `status ${status}`)
    }
    const tooLarge = failed('NO_FILE', `it is larger than ${maxBytes} bytes`)
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await body.cancel()
      throw tooLarge
    }
    return await atMost(body, maxBytes, tooLarge)
  } catch (error) {
    throw error instanceof DeviceError ? error : failed('DOWNLOAD', messageOf(error), error)
  }
}

type Failed = (code: 'DOWNLOAD' | 'NO_FILE', why: string, cause?: unknown) => DeviceError

const isOfHttp = (address: URL | null): address is URL => address !== null && /^https?:$/.test(address.protocol)

/** The answer at the end of all redirects, of which there may be five, each to http or https. */
async function follow(from: URL, signal: AbortSignal, failed: Failed): Promise<Response> {
  let address = from
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(address, { signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    const next = URL.parse(location, address.href)
    if (!isOfHttp(next)) throw failed('NO_FILE', 'it redirects to no address of http or https')
    address = next
  }
  throw failed('NO_FILE', `it redirects more than ${MOST_REDIRECTS} times`)
}

async function atMost(body: ReadableStream<Uint8Array>, maxBytes: number, tooLarge: DeviceError): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
