/**
 * What a person may be for a body. A role is held for an organisation, over a term; one person may hold several.
 *
 * `administrator` accounts, duties and settings; reads all, changes no work · `clerk` văn thư: takes directives in ·
 * `office` văn phòng: assigns, accepts, consolidates · `leader` lãnh đạo: decides · `specialist` chuyên viên: reports on the
 * work of his body · `steward` keeps its data · `duty-officer` trực phòng chống thiên tai · `auditor` reads all, changes nothing.
 */
export const roles = ['administrator', 'clerk', 'office', 'leader', 'specialist', 'steward', 'duty-officer', 'auditor'] as const
export type Role = (typeof roles)[number]

/** How a deputy signs: KT. for the head in his place, TL. on his order, TUQ. with his authority for one matter. */
export const deputyForms = ['KT.', 'TL.', 'TUQ.'] as const
export type DeputyForm = (typeof deputyForms)[number]
