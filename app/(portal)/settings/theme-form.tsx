'use client';

import { useMessages } from '@/app/_locale/messages-context';
import { chooseTheme, themeChoices } from '@/app/_theme/theme-choice';
import { useThemeChoice } from '@/app/_theme/use-theme-choice';

export function ThemeForm() {
  const words = useMessages();
  const chosen = useThemeChoice();
  return (
    <fieldset>
      <legend className="sr-only">{words.shell.theme}</legend>
      <div className="choices">
        {themeChoices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={choice === chosen}
              onChange={() => chooseTheme(choice)}
            />
            {words.shell.themes[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
