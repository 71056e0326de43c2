/** By file ending, as `aws s3 sync` guesses them. */
const TYPES: ReadonlyMap<string, string> = new Map(Object.entries({
  avif: 'image/avif', css: 'text/css', csv: 'text/csv', gif: 'image/gif', htm: 'text/html', html: 'text/html',
  ico: 'image/vnd.microsoft.icon', jpeg: 'image/jpeg', jpg: 'image/jpeg', js: 'text/javascript', json: 'application/json',
  md: 'text/markdown', mjs: 'text/javascript', mp3: 'audio/mpeg', mp4: 'video/mp4', otf: 'font/otf', pdf: 'application/pdf',
  png: 'image/png', svg: 'image/svg+xml', ttf: 'font/ttf', txt: 'text/plain', wasm: 'application/wasm', wav: 'audio/x-wav',
  webm: 'video/webm', webmanifest: 'application/manifest+json', webp: 'image/webp', woff: 'font/woff', woff2: 'font/woff2',
  xml: 'text/xml', zip: 'application/zip',
}))

/** The content type of a file by its name; S3's own for a name that says nothing. */
export function contentType(name: string): string {
  const at = name.lastIndexOf('.')
  return TYPES.get(at < 0 ? '' : name.slice(at + 1).toLowerCase()) ?? 'binary/octet-stream'
}
