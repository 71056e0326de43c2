import type { CreateOTAUpdateRequest } from '../model/model.generated.ts'

/** Files for devices that update themselves as FreeRTOS does, and what their job was made of. Values are replaced with every change. */
export interface OtaUpdate extends Omit<CreateOTAUpdateRequest, 'tags'> {
  readonly status: 'CREATE_PENDING' | 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'CREATE_FAILED'
  readonly errorInfo?: { readonly code: string; readonly message: string } | undefined
  /** Of this update alone, also where another had its name. */
  readonly runId: string
  /** The stream that was made for it; absent where there is none, and where it was there before. */
  readonly ownStreamId?: string | undefined
  readonly jobId?: string | undefined
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}
