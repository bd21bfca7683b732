/** Where the browser keeps a person's choice of theme: 'light' or 'dark'; nothing = like the system. */
export const themeKey = 'lectern-theme';

/**
 * Runs in the head of every page before anything is painted, so that no page flashes in the wrong theme.
 * It is the same for everybody: the content security policy allows it by its hash.
 */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
