//! Writing the user's file.

use std::fs::File;

use super::*;

#[test]
fn a_value_is_written_and_everything_else_stays() {
    let before = "\u{feff}# My settings\r\n\r\ndesk = 'Accueil'  # the front\r\nunknown = 1\r\n\
                  [scanner]\r\n# ours send a hash\r\nprefix = '#'\r\n";
    let desk = Desk::with("", before);
    let mut loaded = desk.load();
    loaded.set(Key::Desk, Some(text("Prêt"))).unwrap();
    loaded.set(Key::ScannerEnd, Some(Value::Choice("pause"))).unwrap();
    loaded.set(Key::TextSize, Some(Value::Number(150))).unwrap();
    let after = "\u{feff}# My settings\r\n\r\ndesk = \"Prêt\"  # the front\r\nunknown = 1\r\n\
                 text_size = 150\r\n[scanner]\r\n# ours send a hash\r\nprefix = '#'\r\n\
                 end = \"pause\"\r\n";
    assert_eq!(desk.user_text(), after);
    assert_eq!(loaded.settings.desk_name(), "Prêt");
    assert_eq!(loaded.settings.scanner.end, ScanEnd::Pause);
    assert_eq!(loaded.origin(Key::TextSize), Origin::User(desk.user()));
    assert_eq!(desk.load().settings, loaded.settings);

    loaded.set(Key::Desk, None).unwrap();
    loaded.set(Key::ScannerEnd, None).unwrap();
    loaded.set(Key::TextSize, None).unwrap();
    assert_eq!(desk.user_text(), before.replace("desk = 'Accueil'  # the front\r\n", ""));
    assert_eq!(loaded.origin(Key::Desk), Origin::Default);
    assert_eq!(desk.names(), ["machine.toml", "settings.toml"]);
    assert_eq!(fs::read_to_string(desk.machine()).unwrap(), "");
}

/// Half of a library's rules would refuse good barcodes.
#[test]
fn several_values_are_written_at_once_and_those_refused_are_named() {
    let desk = Desk::with("locked = ['slips']\n", "desk = 'North'\n");
    let mut loaded = desk.load();
    let refused = loaded.set_all(vec![
        (Key::Slips, Some(Value::Switch(true))),
        (Key::ItemLengths, Some(Value::Lengths(vec![14..=14]))),
        (Key::TextSize, Some(Value::Number(9))),
        (Key::Desk, None),
    ]);
    let refused: Vec<_> = refused.into_iter().map(|(key, _)| key).collect();
    assert_eq!(refused, [Key::Slips, Key::TextSize]);
    assert_eq!(desk.user_text().replace("\r\n", "\n"), "\n[item]\nlengths = \"14\"\n");

    let mut permissions = fs::metadata(desk.user()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.user(), permissions).unwrap();
    let values = [Key::Desk, Key::Library].map(|key| (key, Some(text("now"))));
    let refused = loaded.set_all(values.to_vec());
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert_eq!(loaded.settings.library.as_deref(), Some("now"), "it holds for this run");
}

#[test]
fn the_first_value_makes_folder_and_file() {
    let desk = Desk::new();
    let user = desk.path("a/b/settings.toml");
    let mut loaded = load_from(Files { machine: None, user: Some(user.clone()) }, rule);
    loaded.set(Key::Desk, None).unwrap();
    assert!(!user.exists(), "nothing to take out");
    loaded.set(Key::ItemLengths, Some(Value::Lengths(vec![8..=10, 14..=14]))).unwrap();
    loaded.set(Key::DataFolder, Some(folder(r"D:\Théo's"))).unwrap();
    let lines = fs::read_to_string(&user).unwrap().replace("\r\n", "\n");
    assert_eq!(
        lines,
        "# Settings of OffCirc, of this user.\n\ndata_folder = '''D:\\Théo's'''\n\n[item]\n\
         lengths = \"8-10, 14\"\n"
    );
}

#[test]
fn what_others_wrote_meanwhile_stays_and_is_seen() {
    let desk = Desk::with("", "");
    let (mut one, mut other) = (desk.load(), desk.load());
    one.set(Key::Desk, Some(text("one"))).unwrap();
    other.set(Key::Library, Some(text("other"))).unwrap();
    assert_eq!(other.settings.desk.as_deref(), Some("one"));
    assert_eq!(desk.load().settings, other.settings);
    one.set(Key::Slips, Some(Value::Switch(true))).unwrap();
    assert_eq!(one.settings.library.as_deref(), Some("other"));
}

/// Whoever reads sees one whole file or the other, whatever is written at the same moment.
#[test]
fn readers_never_see_half_a_file() {
    let desk = Desk::with("", "desk = 'x'\n");
    std::thread::scope(|scope| {
        for name in ["a".repeat(50), "b".repeat(90)] {
            let mut loaded = desk.load();
            scope.spawn(move || {
                for size in 100..140 {
                    loaded.set(Key::Desk, Some(text(&name))).unwrap();
                    loaded.set(Key::TextSize, Some(Value::Number(size))).unwrap();
                }
            });
        }
        for _ in 0..300 {
            let loaded = desk.load();
            assert_eq!(told(&loaded.faults), [""; 0]);
            assert!(loaded.settings.desk.is_some());
        }
    });
    assert_eq!(desk.names(), ["machine.toml", "settings.toml"]);
}

#[test]
fn a_broken_file_is_kept_beside_the_new_one() {
    let broken = "# my notes\ndesk = Accueil\nlibrary = 'L'\n";
    let desk = Desk::with("", broken);
    let mut loaded = desk.load();
    assert_eq!(loaded.faults.len(), 1);
    loaded.set(Key::Desk, None).unwrap();
    assert_eq!(desk.user_text(), broken, "nothing to write");
    loaded.set(Key::Slips, Some(Value::Switch(true))).unwrap();
    assert_eq!(fs::read_to_string(desk.path("settings.broken-1.toml")).unwrap(), broken);
    assert_eq!(desk.user_text(), "# my notes\n# desk = Accueil\nlibrary = 'L'\nslips = true\n");
    assert_eq!(told(&loaded.faults), [""; 0]);
    assert_eq!(loaded.settings.library.as_deref(), Some("L"));
    loaded.set(Key::Slips, Some(Value::Switch(false))).unwrap();
    assert_eq!(desk.names(), ["machine.toml", "settings.broken-1.toml", "settings.toml"]);

    // And the next ones, each under a name of its own.
    for (number, bytes) in
        [(2, &b"library = 'caf\xe9'\n"[..]), (3, &[0; 100]), (4, b"[[scanner]]\nx = 1\n")]
    {
        fs::write(desk.user(), bytes).unwrap();
        let mut loaded = desk.load();
        loaded.set(Key::ScannerEnd, Some(Value::Choice("pause"))).unwrap();
        let kept = desk.path(&format!("settings.broken-{number}.toml"));
        assert_eq!(fs::read(kept).unwrap(), bytes);
        assert_eq!(told(&desk.load().faults), [""; 0], "{}", desk.user_text());
        assert_eq!(desk.load().settings.scanner.end, ScanEnd::Pause);
    }
    assert_eq!(desk.names().len(), 6);
}

#[test]
fn nonsense_in_the_place_of_a_table_costs_nothing_that_was_set() {
    let desk =
        Desk::with("", "desk = 'd'\nscanner = 3\nitem.lengths = 14\n[library]\nname = 'L'\n");
    let mut loaded = desk.load();
    assert_eq!(loaded.faults.len(), 2);
    loaded.set(Key::ScannerEnd, Some(Value::Choice("pause"))).unwrap();
    loaded.set(Key::Library, Some(text("L"))).unwrap();
    assert_eq!(told(&loaded.faults), [""; 0]);
    let settings = &loaded.settings;
    assert_eq!((settings.desk_name().as_str(), settings.library.as_deref()), ("d", Some("L")));
    assert_eq!(settings.item.lengths, [14..=14]);
    assert_eq!(settings.scanner.end, ScanEnd::Pause);
    assert!(desk.path("settings.broken-1.toml").exists());
}

#[test]
fn what_is_in_the_way_is_moved_aside() {
    let desk = Desk::new();
    fs::create_dir(desk.user()).unwrap();
    fs::write(desk.user().join("inside"), "x").unwrap();
    desk.load().set(Key::Desk, Some(text("d"))).unwrap();
    assert_eq!(fs::read_to_string(desk.path("settings.broken-1.toml/inside")).unwrap(), "x");
    File::create(desk.user()).unwrap().set_len(100 << 20).unwrap();
    desk.load().set(Key::Desk, Some(text("e"))).unwrap();
    assert_eq!(fs::metadata(desk.path("settings.broken-2.toml")).unwrap().len(), 100 << 20);
    assert_eq!(desk.load().settings.desk_name(), "e");
    assert_eq!(told(&desk.load().faults), [""; 0]);
}

#[test]
fn a_locked_key_and_a_value_that_does_not_fit_change_nothing() {
    let desk = Desk::with("locked = ['desk']\ndesk = 'all'\n", "library = 'L'\n");
    let mut loaded = desk.load();
    let locked = WriteError::Locked { key: Key::Desk, path: desk.machine() };
    assert!(!locked.holds_for_this_run());
    for value in [Some(text("own")), None] {
        assert_eq!(loaded.set(Key::Desk, value), Err(locked.clone()));
    }
    let wrong = [
        (Key::TextSize, Value::Number(99)),
        (Key::TextSize, text("150")),
        (Key::Theme, Value::Choice("pink")),
        (Key::ItemPattern, text("(")),
        (Key::Library, text("a\nb")),
        (Key::Library, text(&"x".repeat(101))),
        (Key::ItemLengths, Value::Lengths(vec![0..=3])),
        (Key::DataFolder, folder("D:\temp")),
    ];
    for (key, value) in wrong {
        let error = loaded.set(key, Some(value)).unwrap_err();
        assert!(matches!(error, WriteError::Value(_)) && !error.holds_for_this_run(), "{error}");
        assert_ne!(loaded.origin(key), Origin::ThisRun);
    }
    assert_eq!(loaded.settings, desk.load().settings);
    assert_eq!(desk.user_text(), "library = 'L'\n");
}

#[test]
fn a_newer_file_is_not_touched() {
    let newer = "version = 2\nlibrary = 'L'\nother = 1\n";
    let desk = Desk::with("", newer);
    let mut loaded = desk.load();
    let error = loaded.set(Key::Library, Some(text("M"))).unwrap_err();
    assert_eq!(error, WriteError::NewerVersion { path: desk.user(), version: 2 });
    assert!(error.holds_for_this_run());
    assert_eq!(loaded.settings.library.as_deref(), Some("M"));
    assert_eq!(loaded.origin(Key::Library), Origin::ThisRun);
    assert_eq!(desk.user_text(), newer);
    assert!(loaded.set(Key::Library, None).is_err());
    assert_eq!(loaded.settings.library, None);
}

#[test]
fn what_can_not_be_written_holds_for_this_run() {
    let desk = Desk::with("desk = 'all'\n", "desk = 'own'\n");
    let in_the_way = desk.machine().join("settings.toml");
    let files = Files { user: Some(in_the_way), ..desk.files() };
    for files in [files, Files { user: None, ..desk.files() }] {
        let mut loaded = load_from(files, rule);
        assert_eq!(loaded.settings.desk_name(), "all");
        let error = loaded.set(Key::Desk, Some(text("now"))).unwrap_err();
        assert!(error.holds_for_this_run(), "{error}");
        assert_eq!(loaded.settings.desk_name(), "now");
        assert_eq!(loaded.origin(Key::Desk), Origin::ThisRun);
        // Where there is no file there is nothing to write.
        let _ = loaded.set(Key::Desk, None);
        assert_eq!(loaded.settings.desk_name(), "all");
    }
}

/// Also when root runs the tests, whom a folder without permissions does not stop.
#[test]
fn a_file_that_somebody_protected_is_not_replaced() {
    for text_before in ["desk = 'own'\n", "desk = broken\n"] {
        let desk = Desk::with("", text_before);
        let mut permissions = fs::metadata(desk.user()).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(desk.user(), permissions.clone()).unwrap();
        let mut loaded = desk.load();
        for _ in 0..2 {
            let error = loaded.set(Key::Desk, Some(text("now"))).unwrap_err();
            let denied = io::ErrorKind::PermissionDenied;
            assert!(matches!(error, WriteError::NotWritten { error, .. } if error == denied));
        }
        assert_eq!(loaded.settings.desk_name(), "now");
        assert_eq!(desk.user_text(), text_before);
        assert_eq!(desk.names(), ["machine.toml", "settings.toml"]);
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_folder_that_nobody_may_write_to_leaves_the_value_for_this_run() {
        let desk = Desk::with("", "desk = 'own'\n");
        let mode = |mode| {
            fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        };
        mode(0o500);
        let is_root = File::create(desk.path("probe")).is_ok();
        let mut loaded = desk.load();
        let written = loaded.set(Key::Desk, Some(text("now")));
        // What it holds already needs no writing.
        let same = loaded.set(Key::Desk, Some(text("own")));
        mode(0o700);
        if !is_root {
            let denied = io::ErrorKind::PermissionDenied;
            let error = written.unwrap_err();
            assert!(matches!(error, WriteError::NotWritten { error, .. } if error == denied));
            assert!(same.is_err(), "it is written in other quotes");
            assert_eq!(desk.user_text(), "desk = 'own'\n");
        }
        // A folder that not even root can write to.
        let files = Files { machine: None, user: Some("/proc/offcirc/settings.toml".into()) };
        let mut loaded = load_from(files, rule);
        let error = loaded.set(Key::Desk, Some(text("now"))).unwrap_err();
        assert!(matches!(error, WriteError::NotWritten { .. }), "{error}");
        assert_eq!(loaded.settings.desk_name(), "now");
    }

    #[test]
    fn a_link_stays_one_and_permissions_stay() {
        let desk = Desk::new();
        fs::create_dir(desk.path("real")).unwrap();
        let real = desk.path("real/mine.toml");
        fs::write(&real, "desk = 'own'\n").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real/mine.toml", desk.user()).unwrap();
        desk.load().set(Key::Desk, Some(text("now"))).unwrap();
        assert!(fs::symlink_metadata(desk.user()).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "desk = \"now\"\n");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
