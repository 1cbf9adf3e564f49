/**
 * Every button there is, one row each. What is not listed does not compile, and nothing about a button is decided
 * elsewhere: which rule answers it, whether it waits, who may still press it, what it is called.
 *
 * The file is long on purpose. Whether a button may pass a breather is decided by reading it beside the others of its
 * kind, and a table in pieces would need a list of the pieces.
 */

interface Row {
  /** Whose rule answers it; see `decide`. */
  readonly of: string;
  /**
   * What adds, seals or sends waits while a breather or a listening round stands above the rest (`both`); what belongs to
   * a listening round waits for a breather alone. Taking back, letting be, rest and help never wait.
   */
  readonly waits: 'both' | 'breather' | 'never';
  /** Leaving, taking back, rest, help and information: also for whoever has stopped, or agreed to earlier terms only. */
  readonly wayOut: boolean;
  /** Sends words to the other, or to where they wait for the other's; not shown under words that sound like a crisis. */
  readonly sends: 'yes' | 'no' | 'with-a-draft';
  /** Its slot is an invite code. */
  readonly slot?: 'code';
  /** Can be answered when nothing stored can be read. */
  readonly needsNothing?: true;
  /** Its rule reads the book of whoever taps it, or that of their partner too. */
  readonly needsBook?: 'own' | 'both';
  readonly label: Label;
}

/**
 * What it is called: by its own name in texts/, by the option it stands for, by what it carries (`arg`), by a name for
 * each value it carries (`byArg`), or by a rule of its own in app/label.ts (`worded`).
 */
type Label =
  | 'own'
  | 'option'
  | 'arg'
  | 'argOrOwn'
  | 'worded'
  | { readonly byArg: Readonly<Record<string, string>>; readonly else?: string };

export const buttons = {
  // Work before consent.
  agree: { of: 'door', waits: 'never', wayOut: true, sends: 'no', slot: 'code', label: 'own' },
  readAll: { of: 'door', waits: 'never', wayOut: true, sends: 'no', slot: 'code', label: 'own' },
  language: {
    of: 'door',
    waits: 'never',
    wayOut: true,
    sends: 'no',
    slot: 'code',
    label: { byArg: {}, else: 'otherLanguage' },
  },
  notNow: { of: 'door', waits: 'never', wayOut: true, sends: 'no', slot: 'code', label: 'own' },
  pairUp: { of: 'door', waits: 'never', wayOut: true, sends: 'no', slot: 'code', label: 'own' },
  helplines: { of: 'door', waits: 'never', wayOut: true, sends: 'no', needsNothing: true, label: 'own' },
  showHelp: { of: 'door', waits: 'never', wayOut: true, sends: 'no', needsNothing: true, label: 'own' },
  removeNow: { of: 'door', waits: 'never', wayOut: true, sends: 'no', needsNothing: true, label: 'own' },
  otherCountries: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  ownCountry: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  forPartner: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  forMe: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  wipeTyped: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  unfold: { of: 'door', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  stop: { of: 'door', waits: 'never', wayOut: true, sends: 'no', needsNothing: true, label: 'own' },

  newCode: { of: 'pairing', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  qrCode: { of: 'pairing', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  undoPairing: { of: 'pairing', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  keepPairing: { of: 'pairing', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  confirmUndo: { of: 'pairing', waits: 'never', wayOut: true, sends: 'no', label: 'own' },

  pick: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  group: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  seal: { of: 'round', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  restart: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  toggleLine: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  sealChosen: { of: 'round', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  keepToMyself: { of: 'round', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  withdraw: { of: 'round', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  skipLine: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  // Of a sheet: `arg` names the row, and the word tapped for it.
  fillIn: {
    of: 'round',
    waits: 'both',
    wayOut: false,
    sends: 'no',
    label: { byArg: { on: 'goOnFilling' }, else: 'fillIn' },
  },
  row: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  rowPass: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  rowBack: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  keepAsIs: { of: 'round', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  later: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  else: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  notYet: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  live: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  skip: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  back: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  openPrompt: { of: 'round', waits: 'both', wayOut: false, sends: 'no', label: 'own' },

  // Say what something just said is for.
  add: { of: 'pending', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  leaveIt: { of: 'pending', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  neverMind: { of: 'pending', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  rewrite: { of: 'pending', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  thisIsIt: { of: 'pending', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  forBot: { of: 'pending', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  sendReaction: { of: 'pending', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },

  shareAnyway: { of: 'opened', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  thank: { of: 'opened', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  tellMore: { of: 'opened', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  reply: { of: 'opened', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  moreWays: {
    of: 'opened',
    waits: 'both',
    wayOut: false,
    sends: 'no',
    label: { byArg: { back: 'back' }, else: 'moreWays' },
  },
  leafSheet: {
    of: 'opened',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { back: 'leafBack' }, else: 'leafOn' },
  },
  talkAbout: { of: 'opened', waits: 'both', wayOut: false, sends: 'no', label: 'own' },

  // What the two decide about their rounds: how deep, when they open, what comes next.
  openYes: { of: 'shared', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  chooseNext: { of: 'shared', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  pickNext: { of: 'shared', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  wouldHelp: {
    of: 'shared',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { less: 'helpLess', other: 'helpOther', shorter: 'helpShorter', rest: 'helpRest' } },
  },
  openingHour: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  setOpeningHour: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'worded' },
  deeper: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  canSayNo: {
    of: 'shared',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { no: 'cannotSayNo', unsure: 'unsure' }, else: 'canSayNo' },
  },
  notDeeper: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  apart: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  together: { of: 'shared', waits: 'never', wayOut: false, sends: 'no', label: 'own' },

  // Paths: the slot is empty, `arg` a path or a card; the step is the page of the shelf. Leaving and taking back never wait.
  wishPath: { of: 'path', waits: 'both', wayOut: false, sends: 'no', label: 'option' },
  dropPath: { of: 'path', waits: 'never', wayOut: true, sends: 'no', label: { byArg: {}, else: 'takeUpPath' } },
  morePaths: { of: 'path', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  beginPath: { of: 'path', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  nextStep: { of: 'path', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  restPath: { of: 'path', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  goOnPath: { of: 'path', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  takeUpPath: { of: 'path', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  forMyself: { of: 'path', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  ownCard: { of: 'path', waits: 'never', wayOut: false, sends: 'no', label: 'option' },
  beginTogether: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },

  // The slot is a page's round, the step when it opened, `arg` what is leafed through. Nothing of it tells the other.
  leaf: {
    of: 'book',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    needsBook: 'both',
    label: { byArg: { kept: 'leafKept' }, else: 'leaf' },
  },
  older: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  newer: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  samePage: {
    of: 'book',
    waits: 'never',
    wayOut: true,
    sends: 'no',
    needsBook: 'both',
    label: { byArg: {}, else: 'neverMind' },
  },
  playVoices: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  showPhotos: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  drawing: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  talkPage: {
    of: 'book',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    needsBook: 'both',
    label: { byArg: {}, else: 'talkAbout' },
  },
  keepPage: { of: 'book', waits: 'both', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  keepLonger: { of: 'book', waits: 'both', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  dropKeep: {
    of: 'book',
    waits: 'never',
    wayOut: true,
    sends: 'no',
    needsBook: 'both',
    label: { byArg: {}, else: 'keepPage' },
  },
  askAgain: { of: 'book', waits: 'both', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  removePage: { of: 'book', waits: 'never', wayOut: true, sends: 'no', needsBook: 'both', label: 'own' },
  removePageNow: { of: 'book', waits: 'never', wayOut: true, sends: 'no', needsBook: 'both', label: 'own' },
  // On its page: reminders of a ritual, off and on again for oneself.
  ritualQuiet: { of: 'book', waits: 'never', wayOut: true, sends: 'no', needsBook: 'both', label: 'own' },
  ritualRemind: { of: 'book', waits: 'never', wayOut: false, sends: 'no', needsBook: 'both', label: 'own' },
  // A moment under what both tapped: the slot is its round, `arg` the moment, the step whether it is wanted.
  ritualYes: { of: 'ritual', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  // Postcards: the slot is the postcard, the step that of its draft; `arg` a form, a line or a reply.
  postcardMenu: { of: 'postcard', waits: 'both', wayOut: false, sends: 'no', label: { byArg: {}, else: 'else' } },
  postcardForm: { of: 'postcard', waits: 'both', wayOut: false, sends: 'no', label: { byArg: { '': 'back' } } },
  postcardSkip: { of: 'postcard', waits: 'both', wayOut: false, sends: 'no', label: { byArg: {}, else: 'skipLine' } },
  postcardRestart: {
    of: 'postcard',
    waits: 'both',
    wayOut: false,
    sends: 'no',
    label: { byArg: { rewrite: 'rewrite' }, else: 'restart' },
  },
  postcardNudgeLeft: {
    of: 'postcard',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: {}, else: 'keepAsIs' },
  },
  postcardDrop: { of: 'postcard', waits: 'never', wayOut: true, sends: 'no', label: { byArg: {}, else: 'neverMind' } },
  give: { of: 'postcard', waits: 'both', wayOut: false, sends: 'yes', label: 'own' },
  postcardTakeBack: {
    of: 'postcard',
    waits: 'never',
    wayOut: true,
    sends: 'no',
    label: { byArg: {}, else: 'withdraw' },
  },
  postcardThank: { of: 'postcard', waits: 'both', wayOut: false, sends: 'no', label: { byArg: {}, else: 'thank' } },
  postcardReply: { of: 'postcard', waits: 'both', wayOut: false, sends: 'no', label: 'option' },

  // The settings card, and the ways in from the note about the rhythm.
  otherRhythm: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  otherZone: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  settings: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'worded' },
  days: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { daily: 'daily', three: 'three', weekly: 'weekly', rest: 'rest' } },
  },
  hour: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'worded' },
  quiet: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'worded' },
  holiday: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { 7: 'oneWeek', 14: 'twoWeeks', none: 'noHoliday' } },
  },
  reminder: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { on: 'reminderOn', off: 'reminderOff' } },
  },
  discreet: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: 'worded' },
  postcards: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { on: 'postcardsOn', off: 'postcardsOff' } },
  },
  keeping: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { 7: 'keep7', 30: 'keep30', 90: 'keep90', 365: 'keep365' } },
  },
  speak: { of: 'settings', waits: 'never', wayOut: false, sends: 'no', label: { byArg: {}, else: 'otherLanguage' } },
  type: {
    of: 'settings',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { hour: 'typeHour', quiet: 'typeQuiet', holiday: 'typeHoliday' } },
  },

  // The slot is the breather's id; `arg` a length, a menu item or a choice.
  breathFor: { of: 'breather', waits: 'never', wayOut: true, sends: 'no', label: 'arg' },
  breathLonger: { of: 'breather', waits: 'never', wayOut: true, sends: 'no', label: 'argOrOwn' },
  breathMore: { of: 'breather', waits: 'never', wayOut: false, sends: 'no', label: 'argOrOwn' },
  breathBack: { of: 'breather', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  breathNotToday: { of: 'breather', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  breathMenu: { of: 'breather', waits: 'never', wayOut: true, sends: 'no', label: 'arg' },
  breathUnsafe: { of: 'breather', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  breathChoice: { of: 'breather', waits: 'never', wayOut: false, sends: 'no', label: 'arg' },
  breathSeal: { of: 'breather', waits: 'never', wayOut: false, sends: 'yes', label: 'own' },
  breathMoment: { of: 'breather', waits: 'never', wayOut: false, sends: 'no', label: 'arg' },

  // What is kept: have it sent, have it erased (`arg` says what), or let it stay.
  exportData: { of: 'data', waits: 'never', wayOut: true, sends: 'no', needsBook: 'own', label: 'own' },
  exportAllNow: { of: 'data', waits: 'never', wayOut: true, sends: 'no', needsBook: 'own', label: 'own' },
  exportAll: { of: 'data', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  eraseData: { of: 'data', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  erase: {
    of: 'data',
    waits: 'never',
    wayOut: true,
    sends: 'no',
    label: { byArg: { answers: 'eraseAnswers', chat: 'eraseChat', everything: 'eraseEverything' } },
  },
  eraseNow: { of: 'data', waits: 'never', wayOut: true, sends: 'no', needsBook: 'both', label: 'own' },
  keepIt: { of: 'data', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  stay: { of: 'data', waits: 'never', wayOut: true, sends: 'no', label: 'own' },

  // Within a listening round: the slot is its id, the step its tick; `arg` a choice or a draft's version.
  listenNow: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenLater: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: {
      byArg: {
        hour: 'listenHour',
        evening: 'listenEvening',
        morning: 'listenMorning',
        nextEvening: 'listenNextEvening',
        other: 'listenOther',
      },
      else: 'listenLater',
    },
  },
  listenNotNow: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenRecall: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenCancel: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenReady: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { calm: 'readyCalm', some: 'readySome', high: 'readyHigh', anyway: 'readyAnyway' } },
  },
  listenDone: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'with-a-draft', label: 'own' },
  listenRestart: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenTakeBack: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenOption: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { '': 'back' } },
  },
  listenPick: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'option' },
  listenGroup: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { '': 'back' } },
  },
  listenSignal: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { here: 'signalHere', slower: 'signalSlower', time: 'signalTime' } },
  },
  listenSwap: {
    of: 'listeningTurn',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { now: 'swapNow', tomorrow: 'swapTomorrow', no: 'swapNo' } },
  },
  listenGoOn: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenLetGo: { of: 'listeningTurn', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },

  // Before one, with a protocol as `arg`; and one's own notes, with a message as step.
  listenMenu: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenChoose: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'option' },
  listenWho: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'worded' },
  listenInvite: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'worded' },
  listenKeepNote: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenDropNote: { of: 'listeningCard', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },

  // After one.
  listenThank: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenMore: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenTension: {
    of: 'afterwards',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { calm: 'afterCalm', some: 'afterSome', high: 'afterHigh' } },
  },
  listenFeelings: {
    of: 'afterwards',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { back: 'back' }, else: 'listenFeelings' },
  },
  listenFeeling: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'option' },
  listenKeep: {
    of: 'afterwards',
    waits: 'breather',
    wayOut: false,
    sends: 'no',
    label: { byArg: { now: 'keepNow', day: 'keepDay' } },
  },
  listenAgain: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenPlan: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  listenPlanSend: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'yes', label: 'own' },
  listenPlanYes: { of: 'afterwards', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  // Of an agreement; `arg` is the page that it would be.
  keepPlan: { of: 'afterwards', waits: 'both', wayOut: false, sends: 'no', label: { byArg: {}, else: 'keepPage' } },
  dropPlan: { of: 'afterwards', waits: 'never', wayOut: true, sends: 'no', label: { byArg: {}, else: 'keepPage' } },

  // A room. In the group itself only [Liever apart], whose slot is the round.
  ourRoom: { of: 'room', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  roomSpeak: {
    of: 'room',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { nl: 'roomInDutch', en: 'roomInEnglish' } },
  },
  roomOnComputer: { of: 'room', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  roomDrop: { of: 'room', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  roomYes: { of: 'room', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  roomNo: { of: 'room', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  roomLook: { of: 'room', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  roomClose: { of: 'room', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  roomApart: { of: 'room', waits: 'both', wayOut: true, sends: 'no', label: 'own' },

  callBreather: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  askBreather: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  beginBreather: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  noBreather: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  rhythmFits: { of: 'personal', waits: 'never', wayOut: false, sends: 'no', label: 'own' },
  askQuestion: {
    of: 'personal',
    waits: 'both',
    wayOut: false,
    sends: 'no',
    label: { byArg: { light: 'askLight', us: 'askAboutUs', any: 'surpriseUs' }, else: 'askQuestion' },
  },
  allowVoice: { of: 'personal', waits: 'breather', wayOut: false, sends: 'no', label: 'own' },
  refuseVoice: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  allowPhoto: { of: 'personal', waits: 'both', wayOut: false, sends: 'no', label: 'own' },
  refusePhoto: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  beginAgain: {
    of: 'personal',
    waits: 'never',
    wayOut: false,
    sends: 'no',
    label: { byArg: { new: 'newInvite' }, else: 'beginAgain' },
  },
  unpair: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  unpairLater: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  keepPaired: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  staySilent: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  goOn: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
  askErase: { of: 'personal', waits: 'never', wayOut: true, sends: 'no', label: 'own' },
} as const satisfies Readonly<Record<string, Row>>;

type Rows = typeof buttons;
export type ButtonName = keyof Rows;
export type Family = Rows[ButtonName]['of'];
export type ButtonOf<Of extends Family> = {
  readonly [Name in ButtonName]: Rows[Name]['of'] extends Of ? Name : never;
}[ButtonName];

export const buttonNames = Object.keys(buttons) as readonly ButtonName[];

/**
 * A button as it travels in callback_data (at most 64 bytes, see telegram/keyboard.ts): what it does, the slot it
 * belongs to (a round id, a code, a couple id in base 36, or '') and the step it was made for.
 */
export interface Button<Name extends ButtonName = ButtonName> {
  readonly name: Name;
  readonly slot: string;
  readonly step: number;
  /** An option or group id, or a language. */
  readonly arg: string;
}

export function rowOf({ name }: Button): Row {
  return buttons[name];
}

/** Whether it sends the words of whoever taps it to the other, or to where they wait for the other's; see heavy-words.ts. */
export function sendsWords({ name, arg }: Button): boolean {
  const { sends } = buttons[name];
  return sends === 'with-a-draft' ? arg !== '' : sends === 'yes';
}

/** Narrows a button to the family it belongs to. */
export function isOf<Of extends Family>(button: Button, of: Of): button is Button<ButtonOf<Of>> {
  return buttons[button.name].of === of;
}

/** What texts/ must have a word for: the names of the labels of these families. */
export type LabelOf<Of extends Family = Family> = {
  readonly [Name in ButtonOf<Of>]: Called<Name, Rows[Name]['label']>;
}[ButtonOf<Of>];

type Called<Name, As> = As extends 'own' | 'argOrOwn'
  ? Name
  : As extends { readonly byArg: infer Each }
    ? Each[keyof Each] | (As extends { readonly else: infer Else } ? Else : never)
    : never;
