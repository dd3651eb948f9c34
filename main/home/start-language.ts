import type { SitePolicy } from "../../core/policy/site-policy.ts";
import type { Outcome } from "../../core/problem.ts";
import type { Language, Settings } from "../../core/settings.ts";
import { pickLanguage } from "../../core/text/language.ts";

/** Returns the start language: the one chosen on this computer, else the site's, else the system's (`preferred`, BCP 47). */
export function startLanguage(
  { settings, policy }: { readonly settings: Settings; readonly policy: Outcome<SitePolicy> },
  preferred: readonly string[],
): Language {
  return settings.language ?? (policy.ok ? policy.value.language : null) ?? pickLanguage(preferred);
}
