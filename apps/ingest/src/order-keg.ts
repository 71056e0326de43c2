import { swapsFromEnvironment, variable } from '@keg/store/environment'
import { ordersTopic } from './adapters/orders-topic.ts'
import { orderSwap, type SwapOrder } from './flow/order-swap.ts'

const ports = { swaps: swapsFromEnvironment(), brewery: ordersTopic(variable('ORDERS_TOPIC')), nowMs: Date.now }

/** The machine of swaps, with the token by which it waits → an order. */
export const handler = (order: SwapOrder): Promise<void> => orderSwap(order, ports)
