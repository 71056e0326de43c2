import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

const PAGE_SIZE = 25

export const listStreams = operation('ListStreams', ({ maxResults = PAGE_SIZE, nextToken, ascendingOrder = false }, { state }) => {
  const { items, nextToken: next } = page(
    state.streams.values(), (stream) => byCreation(stream, stream.streamId), nextToken, maxResults, !ascendingOrder,
  )
  const streams = items.map(({ streamId, streamVersion, description }) => ({
    streamId, streamArn: state.arn(`stream/${streamId}`), streamVersion, description,
  }))
  return { streams, nextToken: next }
})
