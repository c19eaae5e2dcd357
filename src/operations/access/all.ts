import { personAdd } from './add-person.ts'
import { personBindProvider, personUnbindProvider } from './bind-provider.ts'
import { personCorrect } from './correct-person.ts'
import { personDisable, personEnable } from './disable-person.ts'
import { dutyEnd } from './end-duty.ts'
import { personGet } from './get-person.ts'
import { deputyAppoint, dutyGive } from './give-duty.ts'
import { personList } from './list-people.ts'
import { securityList } from './list-security-events.ts'
import { personResetLink } from './make-reset-link.ts'
import { meGet } from './own-account.ts'
import { personEndSessions, sessionEnd, sessionEndAll, sessionList } from './own-sessions.ts'
import { tokenList, tokenMake, tokenRevoke } from './own-tokens.ts'
import { meData, personErase } from './personal-data.ts'
import { technicalRetire } from './retire-technical.ts'

export const accessOperations = [
  meGet,
  meData,
  sessionList,
  sessionEnd,
  sessionEndAll,
  tokenList,
  tokenMake,
  tokenRevoke,
  deputyAppoint,
  dutyEnd,
  personList,
  personGet,
  personAdd,
  personCorrect,
  personDisable,
  personEnable,
  personErase,
  personResetLink,
  personEndSessions,
  personBindProvider,
  personUnbindProvider,
  dutyGive,
  securityList,
  technicalRetire,
] as const
