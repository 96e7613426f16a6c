//! The table of keys, and what is made of it.

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_key_has_a_name_of_its_own_and_a_default_that_fits() {
    let names: BTreeSet<_> = Key::ALL.iter().map(|key| key.name()).collect();
    assert_eq!(names.len(), Key::ALL.len());
    let never = |_: Key, _: &str| Err("asked".to_owned());
    for key in Key::ALL {
        assert_eq!(Key::of_name(key.name()), Some(*key));
        assert!(key.table().is_none_or(|table| Key::TABLES.contains(&table)), "{key}");
        assert_eq!(key.default_value().check(*key, never), Ok(()), "{key}");
        assert!(key.about().ends_with('.') && !key.about().contains("  "), "{}", key.about());
    }
    let tables: BTreeSet<_> = Key::ALL.iter().filter_map(|key| key.table()).collect();
    assert_eq!(tables, BTreeSet::from(Key::TABLES));
}

#[test]
fn the_defaults_are_what_the_program_did_without_settings() {
    let settings = Settings::default();
    assert_eq!(settings.data_folder, None);
    assert_eq!(settings.keep_uploaded_days, 90);
    assert!(!settings.desk_name().is_empty());
    assert_eq!((settings.language, settings.desk, settings.library), (None, None, None));
    assert_eq!(settings.theme, ThemeChoice::System);
    assert_eq!((settings.text_size, settings.sounds), (100, SoundChoice::On));
    let scanner = settings.scanner;
    assert_eq!((scanner.end, scanner.pause_ms), (ScanEnd::EnterOrTab, 50));
    assert!(scanner.us_keyboard && scanner.control_barcodes && scanner.remove_aim);
    assert!(!scanner.remove_codabar_letters && !scanner.remove_spaces);
    assert!(!scanner.remove_check_character);
    assert_eq!(scanner.prefix + &scanner.suffix, "");
    assert_eq!(settings.borrower, settings.item);
    assert_eq!(settings.item.check_digit, CheckChoice::None);
    let watch = settings.watch;
    assert_eq!((watch.double_scan_minutes, watch.idle_seconds), (Some(2), Some(90)));
    assert!(watch.lent_to_another && watch.wrong_field);
}

#[test]
fn the_sample_sets_nothing_and_without_its_marks_the_defaults() {
    let sample = sample();
    let desk = Desk::with(&sample, "");
    let loaded = desk.load();
    assert_eq!(told(&loaded.faults), [""; 0]);
    assert!(Key::ALL.iter().all(|key| loaded.origin(*key) == Origin::Default));

    let line = |line: &str| match line.strip_prefix('#') {
        Some(value) if !value.starts_with(' ') => value.to_owned(),
        _ => line.to_owned(),
    };
    let all: Vec<_> = sample.lines().map(line).collect();
    fs::write(desk.machine(), all.join("\n")).unwrap();
    let loaded = desk.load();
    assert_eq!(told(&loaded.faults), [""; 0]);
    assert_eq!(loaded.settings, Settings::default());
    assert!(Key::ALL.iter().all(|key| loaded.origin(*key) == Origin::Machine(desk.machine())));
}

#[test]
fn every_value_can_be_written_and_read_again() {
    let values = [
        (Key::Desk, text("L'accueil \"1\" \\ é ='''")),
        (Key::DataFolder, folder(r"C:\it's")),
        (Key::DataFolder, folder(r"\\server\share\circulation")),
        (Key::ScannerPrefix, text("#1 \u{1d}\n\t\r")),
        (Key::ItemPattern, text(r"3\d{13}|[A-F']+")),
        (Key::ItemLengths, Value::Lengths(vec![8..=10, 14..=14])),
        (Key::ItemLengths, Value::Lengths(Vec::new())),
        (Key::ItemCheck, Value::Choice("mod43")),
        (Key::TextSize, Value::Number(300)),
        (Key::Slips, Value::Switch(true)),
    ];
    for (key, value) in values {
        let desk = Desk::new();
        desk.load().set(key, Some(value.clone())).unwrap();
        let loaded = desk.load();
        assert_eq!(told(&loaded.faults), [""; 0]);
        assert_eq!(loaded.value(key), value, "{}", desk.user_text());
    }
}

#[test]
fn what_somebody_types_is_read_by_the_kind_of_the_key() {
    let good = [
        (Key::Desk, r"C:\x", text(r"C:\x")),
        (Key::DataFolder, r"C:\x", folder(r"C:\x")),
        (Key::ItemLengths, "8 - 10,14", Value::Lengths(vec![8..=10, 14..=14])),
        (Key::Slips, " true", Value::Switch(true)),
        (Key::TextSize, "150 ", Value::Number(150)),
        (Key::Theme, "Dark", Value::Choice("dark")),
    ];
    for (key, typed, value) in good {
        assert_eq!(Value::parse(key, typed), Ok(value));
    }
    let bad = [
        (Key::ItemLengths, "8-x", "item.lengths: \"8-x\" is no length from 1 to 80"),
        (Key::Slips, "yes", "slips has to be true or false, and not a text"),
        (Key::TextSize, "99", "text_size is 99; it has to be from 100 to 300"),
        (Key::TextSize, "big", "text_size has to be a whole number from 100 to 300"),
        (Key::Sounds, "loud", "sounds is \"loud\"; it has to be one of \"on\", \"beep\", \"off\""),
    ];
    for (key, typed, fault) in bad {
        let found = Value::parse(key, typed).unwrap_err().to_string();
        assert!(found.starts_with(fault), "{found}");
    }
}

#[test]
fn lengths_are_written_in_several_ways() {
    let ways = [
        ("14", vec![14..=14]),
        ("'14'", vec![14..=14]),
        ("'8-10, 14'", vec![8..=10, 14..=14]),
        ("[14]", vec![14..=14]),
        ("[\n  9, # old ones\n  '12-14',\n]", vec![9..=9, 12..=14]),
        ("[]", vec![]),
        ("''", vec![]),
    ];
    for (way, lengths) in ways {
        let desk = Desk::with("", &format!("[borrower]\nlengths = {way}\n"));
        let loaded = desk.load();
        assert_eq!(told(&loaded.faults), [""; 0]);
        assert_eq!(loaded.settings.borrower.lengths, lengths, "{way}");
        assert_eq!(loaded.origin(Key::BorrowerLengths), Origin::User(desk.user()));
    }
}
