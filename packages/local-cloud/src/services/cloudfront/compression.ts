import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { CachePolicy } from './forwarding.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html#compressed-content-cloudfront-file-types */
const TYPES = new Set([
  'application/dash+xml', 'application/eot', 'application/font', 'application/font-sfnt', 'application/javascript', 'application/json',
  'application/opentype', 'application/otf', 'application/pdf', 'application/pkcs7-mime', 'application/protobuf', 'application/rss+xml',
  'application/truetype', 'application/ttf', 'application/vnd.apple.mpegurl', 'application/vnd.mapbox-vector-tile',
  'application/vnd.ms-fontobject', 'application/wasm', 'application/xhtml+xml', 'application/xml', 'application/x-font-opentype',
  'application/x-font-truetype', 'application/x-font-ttf', 'application/x-httpd-cgi', 'application/x-javascript', 'application/x-mpegurl',
  'application/x-opentype', 'application/x-otf', 'application/x-perl', 'application/x-ttf', 'font/eot', 'font/opentype', 'font/otf',
  'font/ttf', 'image/svg+xml', 'text/css', 'text/csv', 'text/html', 'text/javascript', 'text/js', 'text/plain', 'text/richtext',
  'text/tab-separated-values', 'text/xml', 'text/x-component', 'text/x-java-source', 'text/x-script', 'vnd.apple.mpegurl',
])
const MIN_BYTES = 1_000
const MAX_BYTES = 10_000_000
/** Of brotli's eleven: what a server does while somebody waits. */
const BROTLI_QUALITY = 5

/** The response compressed as the viewer takes it, where CloudFront would: text of 1,000 to 10,000,000 bytes whose policy has it. */
export async function compressed(
  request: Request, response: Response, { brotli, gzip }: Pick<CachePolicy, 'brotli' | 'gzip'>,
): Promise<Response> {
  const { headers, status, body } = response
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '', { brotli, gzip })
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = Number(headers.get('content-length') ?? MIN_BYTES)
  if (encoding === undefined || body === null || ![200, 403, 404].includes(status) || headers.has('content-encoding') || !TYPES.has(type)) return response
  if (bytes < MIN_BYTES || bytes > MAX_BYTES) return response
  const plain = new Uint8Array(await response.arrayBuffer())
  const answer = new Headers(headers)
  if (plain.length < MIN_BYTES || plain.length > MAX_BYTES) return new Response(plain, { status, headers: answer })
  answer.set('content-encoding', encoding)
  answer.append('vary', 'Accept-Encoding')
  answer.delete('content-length')
  // What is compressed is no more the same byte by byte.
  const etag = answer.get('etag')
  if (etag !== null && !etag.startsWith('W/')) answer.set('etag', `W/${etag}`)
  const packed = encoding === 'br'
    ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
    : gzipSync(plain)
  return new Response(new Uint8Array(packed), { status, headers: answer })
}

function encodingFor(accepted: string, { brotli, gzip }: Pick<CachePolicy, 'brotli' | 'gzip'>): 'br' | 'gzip' | undefined {
  const names = accepted.toLowerCase().split(',').map((each) => each.trim())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]?.trim())
  if (brotli && names.includes('br')) return 'br'
  return gzip && names.includes('gzip') ? 'gzip' : undefined
}
