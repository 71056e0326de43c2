import { attachThingPrincipal } from './attach-thing-principal.ts'
import { createThing } from './create-thing.ts'
import { deleteThing } from './delete-thing.ts'
import { describeThing } from './describe-thing.ts'
import { detachThingPrincipal } from './detach-thing-principal.ts'
import { listPrincipalThingsV2 } from './list-principal-things-v2.ts'
import { listPrincipalThings } from './list-principal-things.ts'
import { listThingPrincipalsV2 } from './list-thing-principals-v2.ts'
import { listThingPrincipals } from './list-thing-principals.ts'
import { listThings } from './list-things.ts'
import { updateThing } from './update-thing.ts'

/** The operations on things, by AWS's name. */
export const thingOperations = {
  AttachThingPrincipal: attachThingPrincipal,
  CreateThing: createThing,
  DeleteThing: deleteThing,
  DescribeThing: describeThing,
  DetachThingPrincipal: detachThingPrincipal,
  ListPrincipalThings: listPrincipalThings,
  ListPrincipalThingsV2: listPrincipalThingsV2,
  ListThingPrincipals: listThingPrincipals,
  ListThingPrincipalsV2: listThingPrincipalsV2,
  ListThings: listThings,
  UpdateThing: updateThing,
} as const
