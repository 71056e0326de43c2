import { createDeliveryStream } from './create-delivery-stream.ts'
import * as deliveryStreams from './delivery-streams.ts'
import * as puts from './put-records.ts'
import { updateDestination } from './update-destination.ts'

export const operations = [createDeliveryStream, updateDestination, ...Object.values(deliveryStreams), ...Object.values(puts)]
