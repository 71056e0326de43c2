import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'
import { otaUpdateArn } from './find-ota-update.ts'

const PAGE_SIZE = 25

export const listOtaUpdates = operation('ListOTAUpdates', ({ maxResults = PAGE_SIZE, nextToken, otaUpdateStatus }, { state }) => {
  const listed = [...state.otaUpdates.values()].filter(({ status }) => otaUpdateStatus === undefined || status === otaUpdateStatus)
  const { items, nextToken: next } = page(listed, (update) => byCreation(update, update.otaUpdateId), nextToken, maxResults, true)
  const otaUpdates = items.map(({ otaUpdateId, createdAtMs }) => ({
    otaUpdateId, otaUpdateArn: otaUpdateArn(state, otaUpdateId), creationDate: new Date(createdAtMs),
  }))
  return { otaUpdates, nextToken: next }
})
