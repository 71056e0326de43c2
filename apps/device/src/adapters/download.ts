import { DeviceError, messageOf } from '../errors/device-error.ts'

/** How large a file may be and how long its download may take. */
export interface DownloadLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
}

/** A firmware is a few hundred kilobytes. */
const FIRMWARE: DownloadLimits = { maxBytes: 16 * 1_048_576, timeoutMs: 300_000 }

/** Fetches a file over http or https. Rejects with a DeviceError `DOWNLOAD`, without the query of the address: it is a signature. */
export async function download(url: string, signal: AbortSignal, { maxBytes, timeoutMs } = FIRMWARE): Promise<Uint8Array> {
  const address = URL.parse(url)
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new DeviceError('DOWNLOAD', 'the url of the firmware is no address of http or https')
  const failed = (why: string, cause?: unknown) =>
    new DeviceError('DOWNLOAD', `${address.origin}${address.pathname} could not be downloaded: ${why}`, { cause })
  try {
    const response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      throw failed(`status ${response.status}`)
    }
    return await atMost(response.body, maxBytes, failed)
  } catch (error) {
    throw error instanceof DeviceError ? error : failed(messageOf(error), error)
  }
}

async function atMost(body: ReadableStream<Uint8Array>, maxBytes: number, failed: (why: string) => DeviceError): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw failed(`it is larger than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
