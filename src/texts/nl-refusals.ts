import type { Refusal } from '../core/event.js';
import { minuteOfDay } from './when.js';

/** Every refusal has a sentence of its own. Those that answer a tap are shown over the chat: at most 200 characters. */
export function refusedNl(refusal: Refusal): string {
  switch (refusal.refusal) {
    case 'agree-first':
      return 'Typ eerst /start. Dan vertel ik wat ik doe en beslis jij.';
    case 'not-open':
      return 'Deze bot is er maar voor één koppel. Heb je een uitnodiging? Open de link, of typ hier de code.';
    case 'code-expired':
      return 'Deze uitnodiging is verlopen. Wie je uitnodigde, kan een nieuwe maken met /uitnodigen.';
    case 'code-used':
      return 'Deze uitnodiging is al gebruikt. Een uitnodiging werkt maar één keer.';
    case 'code-replaced':
      return 'Er is intussen een nieuwere uitnodiging. Vraag die link.';
    case 'code-own':
      return 'Deze uitnodiging is van jezelf. Stuur de link door naar je partner.';
    case 'too-many-guesses':
      return 'Dat waren te veel codes die niet klopten. Over een uur kan het weer.';
    case 'already-paired':
      return `Je bent al gekoppeld met ${refusal.partner}. Een uitnodiging doet nu niets.`;
    case 'not-paired':
      return 'Je bent nu met niemand gekoppeld, dus dit gaat nergens heen. Met /uitnodigen krijg je een link voor je partner.';
    case 'too-late-to-undo':
      return 'Ongedaan maken kon tot drie dagen na het koppelen. Met /stop kun je altijd weg, zonder uitleg.';
    case 'stale-button':
      return 'Deze knop hoort bij iets van eerder. Kijk bij het nieuwste bericht, of typ /vraag.';
    case 'sealed-already':
      return 'Je hebt al geantwoord. Wil je het veranderen? Neem het eerst terug met /intrek.';
    case 'no-question':
      return 'Er ligt geen vraag, dus dit gaat nergens heen.';
    case 'no-scenario':
      return 'Ik heb nu even geen nieuwe vraag voor jullie. Probeer het over een paar dagen nog eens.';
    case 'nothing-to-withdraw':
      return 'Er is niets om terug te nemen. Wat al open is, kan niet meer terug.';
    case 'empty-draft':
      return 'Er staat nog niets. Typ of spreek eerst iets in.';
    case 'too-long':
      return `Dit is te lang: alles samen ${String(refusal.units)} tekens, en er passen er ${String(refusal.limit)}. Dit bericht telt niet mee. Maak het korter en stuur het nog eens.`;
    case 'too-many-voices':
      return `Er passen ${String(refusal.limit)} spraakberichten in een antwoord. Dit bericht telt niet mee.`;
    case 'too-many-picks':
      return `Kies er hoogstens ${String(refusal.limit)}. Tik er eerst een weg.`;
    case 'media-unsupported':
      return 'Dit kan ik niet in een antwoord doen. Typ het, of spreek het in.';
    case 'forwarded-unsupported':
      return 'Doorgestuurde berichten neem ik niet mee. Zeg het liever in je eigen woorden.';
    case 'unknown-command':
      return 'Dat commando ken ik niet. Bij /help staat wat er kan.';
    case 'edit-too-late':
      return 'Dit antwoord is al open. Je wijziging telt niet meer mee.';
    case 'unknown-city':
      return 'Die plaats ken ik niet. Typ een grotere stad in de buurt, bijvoorbeeld Brussel of Toronto.';
    case 'unknown-hour':
      return 'Dat uur begrijp ik niet. Typ het bijvoorbeeld als 19:30, of als half acht.';
    case 'hour-in-quiet':
      return `${minuteOfDay(refusal.minute)} valt in je stille uren (${minuteOfDay(refusal.quiet.fromMinute)}–${minuteOfDay(refusal.quiet.untilMinute)}). Kies een ander uur, of verzet eerst je stille uren.`;
    case 'unknown-quiet-hours':
      return 'Die uren begrijp ik niet. Typ ze bijvoorbeeld als 22:00-08:00.';
    case 'quiet-over-hour':
      return `Dan valt jouw uur, ${minuteOfDay(refusal.minute)}, in de stilte. Kies andere stille uren, of verzet eerst je uur.`;
    case 'unknown-date':
      return 'Die dag begrijp ik niet. Typ hem bijvoorbeeld als 12 december, of als 12-12.';
    case 'date-past':
      return 'Die dag is al voorbij. Typ een dag die nog komt.';
    case 'date-too-far':
      return 'Dat is meer dan een jaar weg. Kies een dag dichterbij, of zet het ritme op rust.';
    case 'reaction-sent-already':
      return 'Je reactie is al verstuurd, dus dit bericht gaat niet mee. Praat gerust samen verder.';
  }
}
