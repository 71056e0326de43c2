import { DescribeThingCommand, IoTClient, ResourceNotFoundException } from '@aws-sdk/client-iot'
import { rememberedSites, type KegSites } from '../flow/keg-sites.ts'
import { nowMs } from './clock.ts'

/** Where kegs stand, by the attribute `siteId` of their things. */
export const iotKegSites = (client = new IoTClient()): KegSites =>
  rememberedSites(async (thingName) => {
    try {
      return (await client.send(new DescribeThingCommand({ thingName }))).attributes?.['siteId']
    } catch (error) {
      // A name that no thing can have is no keg's, either.
      if (error instanceof ResourceNotFoundException || (error instanceof Error && error.name === 'InvalidRequestException'))
        return undefined
      throw error
    }
  }, nowMs)
