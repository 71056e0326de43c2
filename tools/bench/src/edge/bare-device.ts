import { iot, mqtt5 } from 'aws-iot-device-sdk-v2'
import { readFileSync } from 'node:fs'

// The reference for the gateway's memory: the device SDK, connected, and nothing else.
const [, , settings = '{}'] = process.argv
// What `bareDeviceRssBytes` wrote there.
const { host, port, caFile, certificateFile, privateKeyFile } =
  JSON.parse(settings) as Readonly<Record<'host' | 'caFile' | 'certificateFile' | 'privateKeyFile', string>> & { readonly port: number }
const builder = iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromPath(host, certificateFile, privateKeyFile)
builder.withCertificateAuthority(readFileSync(caFile, 'utf8')).withPort(port).withConnectProperties({
  clientId: 'bare', keepAliveIntervalSeconds: 60,
})
const client = new mqtt5.Mqtt5Client(builder.build())
client.on('connectionSuccess', () => void process.send?.('connected'))
client.start()
