import { variable } from './adapters/environment.ts'
import { ordersTopic } from './adapters/orders-topic.ts'
import { swapsFromEnvironment } from './adapters/swaps.ts'
import { orderSwap, type SwapOrder } from './order-swap.ts'

const ports = { swaps: swapsFromEnvironment(), brewery: ordersTopic(variable('ORDERS_TOPIC')), nowMs: Date.now }

/** The machine of swaps, with the token by which it waits → an order. */
export const handler = (order: SwapOrder): Promise<void> => orderSwap(order, ports)
