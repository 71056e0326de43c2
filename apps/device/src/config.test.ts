import { expect, it } from 'vitest'
import { deviceConfig, withCredentials } from './config.ts'

/** The configuration as the first program took it. */
const first = {
  endpoint: { host: 'localhost', port: 8883 },
  caFile: 'ca.pem',
  kegs: [{ kegId: 'keg-01', certificateFile: 'certificate.pem', privateKeyFile: 'private.key', dataDir: 'keg-01' }],
}
const websocket = { port: 443, region: 'eu-central-1' }

it('takes what the first program took', () => {
  expect(deviceConfig.parse(first)).toMatchObject({ transport: 'mqtt', simulation: { duplicateShare: 0, speed: 1 } })
  expect(deviceConfig.parse({ ...first, simulation: { duplicateShare: 0.5 } }).simulation.duplicateShare).toBe(0.5)
})

it.each([
  ['https', /needs a member "https"/],
  ['websocket', /needs a member "websocket"/],
  ['carrier pigeon', /transport/],
])('refuses the transport %s where it is not told how', (transport, why) => {
  expect(deviceConfig.safeParse({ ...first, transport }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join())
    .toMatch(why)
})

it.each([
  ['those of the configuration', { accessKeyId: 'A', secretAccessKey: 'B' }, { AWS_ACCESS_KEY_ID: 'C', AWS_SECRET_ACCESS_KEY: 'D' }, {
    accessKeyId: 'A', secretAccessKey: 'B',
  }],
  ['else the environment\'s', undefined, { AWS_ACCESS_KEY_ID: 'C', AWS_SECRET_ACCESS_KEY: 'D' }, {
    accessKeyId: 'C', secretAccessKey: 'D',
  }],
  ['with a session token', undefined, { AWS_ACCESS_KEY_ID: 'C', AWS_SECRET_ACCESS_KEY: 'D', AWS_SESSION_TOKEN: 'E' }, {
    accessKeyId: 'C', secretAccessKey: 'D', sessionToken: 'E',
  }],
])('signs with credentials: %s', (_, credentials, environment, expected) => {
  const config = deviceConfig.parse({ ...first, transport: 'websocket', websocket: { ...websocket, ...(credentials && { credentials }) } })
  expect(withCredentials(config, environment).websocket?.credentials).toEqual(expected)
})

it('says what is missing where there are no credentials at all', () => {
  expect(() => withCredentials(deviceConfig.parse({ ...first, transport: 'websocket', websocket }), {})).toThrow(/AWS_ACCESS_KEY_ID/)
})

it('takes how a keg gets its certificate, and by which key firmware is signed', () => {
  const claim = { certificateFile: 'claim.pem', privateKeyFile: 'claim.key', template: 'kegs' }
  const config = deviceConfig.parse({ ...first, kegs: [{ ...first.kegs[0], claim }], firmware: { publicKeyFile: 'firmware.pub.pem' } })
  expect(config).toMatchObject({ kegs: [{ claim }], firmware: { publicKeyFile: 'firmware.pub.pem', healthSec: 30 } })
})
