import { ServiceException } from '../service-exception.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const DECOMPRESSED_BYTES_MAX = 4 * 1024 * 1024

/**
 * Reads the body as text. Clients compress long ones, such as those of PutMetricData.
 * @see https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait
 */
export async function body(request: Request): Promise<string> {
  return new TextDecoder().decode(await bytes(request))
}

/**
 * Reads the body and decompresses it.
 * Throws `ServiceException` for a body that is not compressed as its header says, or is larger than any service takes.
 */
export async function bytes(request: Request): Promise<Uint8Array> {
  if (request.headers.get('content-encoding') !== 'gzip') return new Uint8Array(await request.arrayBuffer())
  try {
    // Read as it comes: a few kilobytes can hold gigabytes.
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of request.body?.pipeThrough(new DecompressionStream('gzip')) ?? []) {
      length += chunk.length
      if (length > DECOMPRESSED_BYTES_MAX) {
        throw new ServiceException(
          'RequestEntityTooLargeException', 413, `The request has more than ${DECOMPRESSED_BYTES_MAX} bytes once it is decompressed.`,
        )
      }
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof ServiceException) throw error
    throw new ServiceException('SerializationException', 400, 'The request is not compressed as its content-encoding says.')
  }
}
