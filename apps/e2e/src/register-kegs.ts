import { CreateThingCommand, IoTClient } from '@aws-sdk/client-iot'
import type { AwsAccess } from '@keg/system'

/** Has the registry know kegs at a site: whoever is not the keg itself speaks for no other. */
export async function registerKegs(aws: AwsAccess, siteId: string, ...kegIds: readonly string[]): Promise<void> {
  const iot = new IoTClient(aws)
  for (const thingName of kegIds) await iot.send(new CreateThingCommand({ thingName, attributePayload: { attributes: { siteId } } }))
  iot.destroy()
}
