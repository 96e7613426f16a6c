#![doc = "wip"]
pub mod barcode;
pub mod dat;
pub mod desk;
pub mod scan;
pub mod store;
pub mod text;
pub mod transaction;
