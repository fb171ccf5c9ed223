//! Which language the program speaks. The languages and their words are made by the build script.

use super::words::Lang;

impl Lang {
    /// The language of a locale's name, as `LC_ALL` and its kin give it. Locales without a
    /// language (empty, C, POSIX) get Chinese: the readers of Chinese bulletins.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale
            .split(['_', '.', '@', '-'])
            .next()
            .unwrap_or_default();
        match language {
            "" | "C" | "POSIX" => Self::Zh,
            language => Self::of_code(language).unwrap_or(Self::En),
        }
    }

    /// The language with a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn locales_choose_the_language() {
        assert_eq!(Lang::of_locale("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::of_locale("en_US.UTF-8"), Lang::En);
        assert_eq!(Lang::of_locale("C.UTF-8"), Lang::Zh);
        assert_eq!(Lang::of_locale(""), Lang::Zh);
    }
}
