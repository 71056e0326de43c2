import type { LocalIot } from '@keg/local-iot'
import { given } from '../flags.ts'

/** AWS IoT Core's addresses as the command names them; browsers, which refuse a CA of ours, take `ws`. */
export function iotEndpoints(
  { endpoints: { mqtts, wss, ws, https, control, httpsMtls, mqtt, alpn } }: Pick<LocalIot, 'endpoints'>,
): LocalIot['endpoints'] {
  return { mqtts, wss, ws, https, control, httpsMtls, ...given({ mqtt, alpn }) }
}

/** With what AWS clients sign, and how they are told. */
export function credentialLines({ accessKeyId, secretAccessKey }: LocalIot['credentials'], name: string | undefined): string[] {
  return [
    `  Access key      ${accessKeyId}, secret ${secretAccessKey}`,
    ...(name === undefined ? [] : [`  AWS clients     eval "$(keg env --core ${name})"`]),
  ]
}
