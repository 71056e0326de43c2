import { DescribeThingCommand, IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'

/** Sends a command to a keg that is registered, as an API's handler does: clients find their endpoint in the environment. */
export async function handler({ kegId, ml }: { kegId: string; ml: number }): Promise<string | undefined> {
  const { thingArn } = await new IoTClient({}).send(new DescribeThingCommand({ thingName: kegId }))
  await new IoTDataPlaneClient({}).send(new PublishCommand({ topic: `keg/${kegId}/commands`, qos: 1, payload: JSON.stringify({ ml }) }))
  return thingArn
}
